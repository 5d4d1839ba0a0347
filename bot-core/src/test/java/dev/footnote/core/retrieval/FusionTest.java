package dev.footnote.core.retrieval;

import static dev.footnote.core.retrieval.Passages.DAY;
import static dev.footnote.core.retrieval.Passages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.TimeWindow;
import dev.footnote.core.retrieval.Fusion.Found;
import dev.footnote.core.retrieval.SubQuery.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTest {

  private static final Passage A = passage("a", 0, "one");
  private static final Passage B = passage("b", 0, "two");
  private static final Passage C = passage("c", 0, "three");

  @Test
  void one_search_keeps_its_order() {
    assertThat(fuse(10, whole(List.of(scored(A, 9), scored(B, 5), scored(C, 1)), List.of())))
        .containsExactly(A, B, C);
  }

  @Test
  void nothing_found_is_nothing_fused() {
    assertThat(fuse(10, whole(List.of(), List.of()))).isEmpty();
    assertThat(fuse(10)).isEmpty();
  }

  @Test
  void no_more_than_wanted_come_and_each_once() {
    List<ScoredPassage> many =
        IntStream.range(0, 50).mapToObj(n -> scored(passage("d" + n, 0, "x"), 50 - n)).toList();

    assertThat(fuse(7, whole(many, many))).hasSize(7).doesNotHaveDuplicates();
    assertThat(fuse(100, whole(many, many))).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void what_words_and_meaning_both_find_comes_before_what_one_of_them_finds() {
    assertThat(
            fuse(
                10,
                whole(
                    List.of(scored(A, 9), scored(B, 8.9), scored(C, 1)),
                    List.of(scored(B, 0.9), scored(C, 0.3)))))
        .startsWith(B);
  }

  @Test
  void a_publisher_that_the_question_names_comes_first() {
    Passage letter = passage("l", 0, "x", "The Letter", DAY);
    Found clause = found(Role.CLAUSE, List.of("The Letter"), List.of(), scored(letter, 5));

    assertThat(fuse(10, whole(List.of(scored(A, 5), scored(letter, 4.9)), List.of()), clause))
        .startsWith(letter);
  }

  @Test
  void publishers_that_the_question_names_take_turns() {
    List<ScoredPassage> papers =
        IntStream.range(0, 9).mapToObj(n -> scored(passage("p" + n, 0, "x"), 20 - n)).toList();
    List<ScoredPassage> letters =
        IntStream.range(0, 9)
            .mapToObj(n -> scored(passage("l" + n, 0, "x", "The Letter", DAY), 3 - n * 0.1))
            .toList();

    assertThat(
            fuse(
                6,
                whole(papers, List.of()),
                new Found(clause("The Daily Paper"), papers, List.of(), List.of()),
                new Found(clause("The Letter"), letters, List.of(), List.of())))
        .extracting(p -> p.publishers().get(0))
        .containsSubsequence("The Daily Paper", "The Letter", "The Daily Paper", "The Letter")
        .filteredOn("The Letter"::equals)
        .hasSize(3);
  }

  @Test
  void what_was_expected_to_be_asked_outweighs_words_that_are_alike() {
    List<ScoredPassage> words = List.of(scored(A, 10), scored(B, 9));
    var part = new SubQuery(Role.WHOLE, "q", 1, List.of(), List.of());

    assertThat(fuse(10, new Found(part, words, words, List.of()))).containsExactly(A, B);
    assertThat(fuse(10, new Found(part, words, words, List.of(scored(B, 0.95)))))
        .containsExactly(B, A);
    assertThat(fuse(10, new Found(part, words, words, List.of(scored(B, 0.8)))))
        .containsExactly(A, B);
  }

  @Test
  void another_day_than_the_question_names_comes_later_in_whatever_order_searches_arrive() {
    Passage then = passage("t", 0, "x", "The Daily Paper", LocalDate.of(2026, 1, 1));
    var part = new SubQuery(Role.WHOLE, "q", 1, List.of(), List.of(DAY));
    Found whole = new Found(part, List.of(scored(then, 5), scored(A, 4)), List.of(), List.of());
    Found segment = found(Role.SEGMENT, List.of(), List.of(), scored(then, 5), scored(A, 4));

    assertThat(fuse(10, whole)).containsExactly(A, then);
    assertThat(fuse(10, whole, segment)).containsExactly(A, then);
    assertThat(fuse(10, segment, whole)).containsExactly(A, then);
  }

  @Test
  void the_day_before_and_after_count_as_the_day() {
    var part = new SubQuery(Role.CLAUSE, "q", 1, List.of("The Letter"), List.of(DAY));

    assertThat(part.fits(passage("l", 0, "x", "The Letter", DAY.plusDays(1)))).isTrue();
    assertThat(part.fits(passage("l", 0, "x", "The Letter", DAY.minusDays(1)))).isTrue();
    assertThat(part.fits(passage("l", 0, "x", "The Letter", DAY.plusDays(2)))).isFalse();
    assertThat(part.fits(passage("l", 0, "x", "The Gazette", DAY))).isFalse();
  }

  @Test
  void what_happened_outside_the_window_comes_later() {
    Passage then = passage("t", 0, "x", "The Daily Paper", LocalDate.of(2026, 1, 1));
    Found whole = whole(List.of(scored(then, 5), scored(A, 4)), List.of());

    assertThat(
            Fusion.fuse(query(TimeWindow.on(DAY)), List.of(whole), 10).stream()
                .map(ScoredPassage::passage))
        .containsExactly(A, then);
  }

  @Test
  void of_one_document_only_a_few_passages_come() {
    List<ScoredPassage> same =
        IntStream.range(0, 9).mapToObj(n -> scored(passage("s", n, "x"), 20 - n)).toList();
    var all = new java.util.ArrayList<>(same);
    all.add(scored(A, 1));

    assertThat(fuse(10, whole(all, List.of())))
        .contains(A)
        .filteredOn(p -> p.document().equals("s"))
        .hasSizeBetween(1, 4);
  }

  @Test
  void the_better_of_two_nearly_equal_passages_is_the_one_of_a_new_document() {
    Passage again = passage("a", 1, "again");

    assertThat(
            fuse(10, whole(List.of(scored(A, 10), scored(again, 9.6), scored(B, 9.5)), List.of())))
        .containsExactly(A, B, again);
  }

  private static List<Passage> fuse(int limit, Found... found) {
    return Fusion.fuse(query(TimeWindow.ALWAYS), Arrays.asList(found), limit).stream()
        .map(ScoredPassage::passage)
        .toList();
  }

  private static ScoredPassage scored(Passage passage, double score) {
    return new ScoredPassage(passage, score);
  }

  private static Found whole(List<ScoredPassage> lexical, List<ScoredPassage> dense) {
    return new Found(
        new SubQuery(Role.WHOLE, "q", 1, List.of(), List.of()), lexical, dense, List.of());
  }

  private static SubQuery clause(String publisher) {
    return new SubQuery(Role.CLAUSE, "q", 0.6, List.of(publisher), List.of());
  }

  private static Found found(
      Role role, List<String> publishers, List<LocalDate> days, ScoredPassage... lexical) {
    return new Found(
        new SubQuery(role, "q", 0.6, publishers, days),
        Arrays.asList(lexical),
        List.of(),
        List.of());
  }

  private static Query query(TimeWindow window) {
    return new Query(
        "q",
        AnswerKind.SUMMARY,
        window,
        Optional.empty(),
        DAY,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
