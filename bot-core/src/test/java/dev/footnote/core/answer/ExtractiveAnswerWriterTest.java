package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.TimeWindow;
import dev.footnote.core.retrieval.Passages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractiveAnswerWriterTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

  @TempDir private static Path folder;
  private static TinyNews news;
  private static AnswerWriter writer;

  @BeforeAll
  static void index() {
    news = TinyNews.withoutVectors(folder);
    writer =
        new ExtractiveAnswerWriter(
            news.index, news.vocabulary, new EventWords(news.index::analyze));
  }

  @AfterAll
  static void close() {
    news.close();
  }

  @Test
  void the_best_sentence_comes_first_and_bad_ones_do_not_come() {
    assertThat(
            write(
                query(AnswerKind.SUMMARY, "What came?"),
                scored("The kettle came.", 1, DAY),
                scored("A teapot arrived too.", 0.95, DAY),
                scored("Rain fell.", 0.001, DAY)))
        .containsExactly("The kettle came.", "A teapot arrived too.");
  }

  @Test
  void no_sentence_is_said_twice() {
    assertThat(
            write(
                query(AnswerKind.SUMMARY, "What came?"),
                scored("The kettle came to the kitchen in Lisbon.", 1, DAY),
                scored("To the kitchen in Lisbon came the kettle.", 1, DAY),
                scored("The kettle came to the kitchen.", 1, DAY)))
        .hasSize(1);
  }

  @Test
  void the_same_said_of_another_with_other_figures_is_no_repetition() {
    String one = "The kettle costs 10 dollars per litre and 50 dollars per gallon.";
    String other = "The teapot costs 5 dollars per litre and 25 dollars per gallon.";
    Query query = query(AnswerKind.COMPARISON, "Kettle or teapot?", "the kettle", "the teapot");
    Scored kettle = scored(one, 1, DAY);
    Scored teapot = scored(other, 0.1, DAY);

    assertThat(
            texts(
                writer.write(
                    query, List.of(kettle, teapot), List.of(List.of(kettle), List.of(teapot)))))
        .containsExactly(one, other);
    assertThat(write(query(AnswerKind.AMOUNT, "What do they cost?"), kettle, teapot))
        .containsExactly(one, other);
  }

  @Test
  void no_answer_is_longer_than_a_few_sentences() {
    Scored[] many =
        "abcdefghij"
            .chars()
            .mapToObj(c -> scored(("" + (char) c).repeat(5) + " came.", 1, DAY))
            .toArray(Scored[]::new);

    for (AnswerKind kind : AnswerKind.values()) {
      assertThat(write(query(kind, "What came?"), many)).hasSizeBetween(1, longest(kind));
    }
  }

  @Test
  void the_lead_is_from_the_first_sentence() {
    Draft draft =
        writer.write(
            query(AnswerKind.DATE, "When did it come?"),
            List.of(
                scored("It came on 8 April 2026.", 1, DAY),
                scored("It went on 9 May 2026.", 0.9, DAY)),
            List.of());

    assertThat(draft.lead()).contains("8 April 2026");
  }

  @Test
  void both_sides_are_spoken_of() {
    Query query = query(AnswerKind.COMPARISON, "Kettle or teapot?", "the kettle", "the teapot");
    Scored kettle = scored("The kettle costs $5.", 0.5, DAY);
    Scored teapot = scored("Teapots are $9 apiece.", 1, DAY);
    Draft draft =
        writer.write(query, List.of(teapot, kettle), List.of(List.of(kettle), List.of(teapot)));

    assertThat(texts(draft)).containsExactly("The kettle costs $5.", "Teapots are $9 apiece.");
    assertThat(draft.notes()).isEmpty();
  }

  @Test
  void of_what_is_as_good_for_a_side_the_better_for_the_whole_question_stands() {
    Query query = query(AnswerKind.COMPARISON, "Kettle or teapot?", "the kettle", "the teapot");
    Scored grown = scored("The kettle has grown.", 1, DAY);
    Scored costs = scored("The kettle costs $5.", 0.5, DAY);
    Scored teapot = scored("Teapots are $9 apiece.", 1, DAY);
    List<Scored> evidence =
        List.of(
            teapot,
            Scores.scored(costs.candidate(), 0.6, 1),
            Scores.scored(grown.candidate(), 0.2, 1));

    assertThat(
            texts(writer.write(query, evidence, List.of(List.of(grown, costs), List.of(teapot)))))
        .startsWith("The kettle costs $5.", "Teapots are $9 apiece.");
  }

  @Test
  void a_side_with_nothing_on_file_gets_a_note() {
    Query query = query(AnswerKind.COMPARISON, "Kettle or teapot?", "the kettle", "the teapot");
    Scored kettle = scored("The kettle costs $5.", 1, DAY);
    Draft draft = writer.write(query, List.of(kettle), List.of(List.of(kettle), List.of()));

    assertThat(texts(draft)).containsExactly("The kettle costs $5.");
    assertThat(draft.notes()).singleElement().asString().contains("the teapot");
  }

  @Test
  void what_says_something_new_of_the_question_comes_before_what_is_likelier() {
    Query query = news.reader.read(Question.of("Acme or Boltix?", TinyNews.TODAY));
    Scored first = saying("acme", "Acme raised money.", 1);
    Scored again = saying("acme", "Its round was large.", 0.5);
    Scored other = saying("bolt", "Boltix did so too.", 0.1);

    assertThat(write(query, first, again, other))
        .containsExactly("Acme raised money.", "Boltix did so too.", "Its round was large.");
  }

  @Test
  void the_surer_the_best_the_shorter_the_answer() {
    Query query = query(AnswerKind.AMOUNT, "What did the kettle cost?");

    assertThat(write(query, falling(0.02))).hasSize(2);
    assertThat(write(query, falling(0.45))).hasSize(3);
    assertThat(write(query, falling(1))).hasSize(5);
  }

  @Test
  void a_question_about_several_things_may_have_a_longer_answer() {
    Query query = query(AnswerKind.AMOUNT, "What did kettle and teapot cost?");

    assertThat(write(query, falling(0.45))).hasSize(6);
  }

  /** Ten sentences, each so much as likely as the one before it. */
  private static Scored[] falling(double share) {
    return IntStream.range(0, 10)
        .mapToObj(
            i -> scored(("" + (char) ('a' + i)).repeat(5) + " came.", Math.pow(share, i), DAY))
        .toArray(Scored[]::new);
  }

  @Test
  void a_sentence_that_both_sides_share_is_said_once() {
    Query query = query(AnswerKind.COMPARISON, "Kettle or teapot?", "the kettle", "the teapot");
    Scored both = scored("The kettle costs $5, the teapot $9.", 1, DAY);

    assertThat(texts(writer.write(query, List.of(both), List.of(List.of(both), List.of(both)))))
        .hasSize(1);
  }

  @Test
  void a_timeline_is_in_the_order_of_time_whatever_its_scores() {
    assertThat(
            write(
                query(AnswerKind.TIMELINE, "Timeline of the kettle"),
                scored("Sold in Rome.", 1, DAY),
                scored("Invented by hand.", 0.9, DAY.minusDays(90)),
                scored("Painted blue.", 0.95, DAY.minusDays(30))))
        .containsExactly("Invented by hand.", "Painted blue.", "Sold in Rome.");
  }

  @Test
  void a_timeline_tells_of_nothing_but_what_it_is_of() {
    Scored kettle = scored("The kettle came.", 1, DAY);
    Scored elsewhere = scored("Rain fell on 9 May 2026.", 0.5, DAY);

    assertThat(
            write(
                query(AnswerKind.TIMELINE, "Timeline of the kettle"),
                kettle,
                Scores.scored(elsewhere.candidate(), elsewhere.score(), 0)))
        .containsExactly("The kettle came.");
  }

  @Test
  void a_side_of_a_timeline_without_a_date_is_told_as_well() {
    Query query = query(AnswerKind.TIMELINE, "Which came first?", "the kettle", "the teapot");
    Scored kettle = scored("The kettle came on 3 June 2026.", 1, DAY);
    Scored teapot = scored("A teapot arrived.", 1, DAY.minusDays(9));

    assertThat(
            texts(
                writer.write(
                    query, List.of(kettle, teapot), List.of(List.of(kettle), List.of(teapot)))))
        .containsExactly("A teapot arrived.", "The kettle came on 3 June 2026.");
  }

  @Test
  void what_came_first_stands_first() {
    Query query = query(AnswerKind.TIMELINE, "Which came first?", "the kettle", "the teapot");
    Scored kettle = scored("The kettle came.", 1, DAY);
    Scored teapot = scored("A teapot arrived.", 0.5, DAY.minusDays(9));

    assertThat(texts(writer.write(query, List.of(kettle, teapot), List.of())))
        .containsExactly("A teapot arrived.", "The kettle came.");
  }

  @Test
  void one_side_of_a_disagreement_alone_is_no_answer_where_there_is_another() {
    Scored differing = scored(Section.DIFFERENCE, "twice", 1, DAY);
    Scored said = scored("The kettle came late.", 0.5, DAY);

    assertThat(write(query(AnswerKind.SUMMARY, "How late?"), differing, said))
        .containsExactly("The kettle came late.");
    assertThat(write(query(AnswerKind.SUMMARY, "How late?"), differing)).containsExactly("twice");
  }

  private static List<String> write(Query query, Scored... evidence) {
    return texts(writer.write(query, Arrays.asList(evidence), List.of()));
  }

  private static int longest(AnswerKind kind) {
    return switch (kind) {
      case TIMELINE, COMPARISON -> 6;
      default -> 5;
    };
  }

  private static List<String> texts(Draft draft) {
    return draft.sentences().stream().map(Draft.Sentence::text).toList();
  }

  private static Scored scored(String text, double score, LocalDate day) {
    return scored(Section.LEAD, text, score, day);
  }

  private static Scored scored(Section section, String text, double score, LocalDate day) {
    var reference = new Candidate.Reference("The Daily Paper", "Headline", Optional.empty(), day);
    var candidate =
        new Candidate(
            Passages.passage("d", 0, text), section, text, text, List.of(reference), day, 1);
    return Scores.scored(candidate, score, 1);
  }

  /** A sentence that names {@code entity}. */
  private static Scored saying(String entity, String text, double score) {
    Scored plain = scored(text, score, DAY);
    return new Scored(
        plain.candidate(),
        new Said(Set.of(), Set.of(), Set.of(entity), Set.of()),
        score,
        plain.features());
  }

  private static Query query(AnswerKind kind, String text, String... sides) {
    return new Query(
        text,
        kind,
        TimeWindow.ALWAYS,
        Optional.empty(),
        TinyNews.TODAY,
        false,
        List.of(),
        List.of(),
        Arrays.asList(sides),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
