package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Candidate.Reference;
import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.TimeWindow;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @TempDir private Path folder;
  private KnowledgeBase knowledge;
  private Candidates candidates;

  @BeforeEach
  void read() {
    knowledge = TinyNews.knowledge(folder);
    candidates = new Candidates(knowledge, Vocabulary.of(knowledge, List.of()));
  }

  @Test
  void a_story_is_read_whole_though_one_passage_was_found() {
    List<Candidate> of =
        candidates.of(
            query(Optional.empty()), found(TinyNews.DELAY, 1), List.of(), SpokenOf.NOTHING);

    assertThat(of).hasSize((int) story(TinyNews.DELAY).statements().count());
    assertThat(of)
        .extracting(Candidate::section)
        .contains(Section.LEAD, Section.WHY, Section.TIMELINE, Section.DIFFERENCE);
    assertThat(of).extracting(c -> c.passage().id()).doesNotHaveDuplicates();
  }

  @Test
  void the_passage_that_was_found_fits_better_than_the_rest_of_its_story() {
    List<Candidate> of =
        candidates.of(
            query(Optional.empty()), found(TinyNews.DELAY, 1), List.of(), SpokenOf.NOTHING);

    assertThat(of.get(0).passage().ordinal()).isEqualTo(1);
    assertThat(of.subList(1, of.size()))
        .allSatisfy(c -> assertThat(c.retrieval()).isLessThan(of.get(0).retrieval()));
  }

  @Test
  void what_the_conversation_was_about_is_read_though_nothing_found_it() {
    List<Candidate> of =
        candidates.of(
            query(Optional.empty()),
            found(TinyNews.TAKEOVER, 0),
            List.of(),
            cited(TinyNews.LAUNCH));

    assertThat(of)
        .extracting(Candidate::document)
        .contains(TinyNews.TAKEOVER, TinyNews.LAUNCH)
        .doesNotContain(TinyNews.DELAY);
  }

  @Test
  void what_goes_on_from_the_story_spoken_of_is_read_and_what_led_to_it() {
    SpokenOf later = spokenOf(TinyNews.LAUNCH, TinyNews.TAKEOVER);
    SpokenOf earlier = spokenOf(TinyNews.DELAY);

    assertThat(later.after()).containsExactly(TinyNews.DELAY);
    assertThat(later.before()).isEmpty();
    assertThat(earlier.before()).containsExactly(TinyNews.LAUNCH);
    assertThat(earlier.after()).isEmpty();
    assertThat(candidates.of(query(Optional.empty()), List.of(), List.of(), later))
        .extracting(Candidate::document)
        .contains(TinyNews.DELAY);
    assertThat(spokenOf("gull-1")).isEqualTo(cited("gull-1"));
  }

  @Test
  void what_the_conversation_was_about_is_read_whole_though_much_was_found_before_it() {
    KnowledgeBase packaged = CuratedKnowledge.packaged();
    List<Story> stories = packaged.stories().subList(0, 10);
    List<ScoredPassage> found =
        stories.stream()
            .map(s -> new ScoredPassage(PassageSplitter.split(s, packaged).get(0), 1))
            .toList();
    Story last = stories.get(9);

    List<Candidate> of =
        new Candidates(packaged, Vocabulary.of(packaged, List.of()))
            .of(query(Optional.empty()), found, List.of(), cited(last.id().value()));

    assertThat(of)
        .filteredOn(c -> c.document().equals(last.id().value()))
        .hasSize((int) last.statements().count());
  }

  @Test
  void documents_that_are_gone_are_passed_over() {
    var gone = new ScoredPassage(passage("2020/01/gone", Passage.Origin.CURATED, "It was so."), 1);

    assertThat(
            candidates.of(
                query(Optional.empty()), List.of(gone), List.of(), cited("2020/01/gone", "x")))
        .isEmpty();
    assertThat(candidates.of(query(Optional.empty()), List.of(), List.of(), SpokenOf.NOTHING))
        .isEmpty();
  }

  @Test
  void as_of_a_day_later_references_are_hidden() {
    LocalDate asOf = LocalDate.of(2026, 4, 8);
    List<Candidate> of =
        candidates.of(
            query(Optional.of(asOf)), found(TinyNews.LAUNCH, 0), List.of(), SpokenOf.NOTHING);

    assertThat(of).isNotEmpty();
    assertThat(of)
        .flatExtracting(Candidate::references)
        .extracting(r -> r.published())
        .containsOnly(asOf);
    assertThat(of).extracting(Candidate::text).noneMatch(t -> t.contains("405"));
  }

  @Test
  void as_of_a_day_statements_that_only_later_references_carry_are_hidden() {
    List<Candidate> of =
        candidates.of(
            query(Optional.of(LocalDate.of(2026, 6, 5))),
            found(TinyNews.DELAY, 0),
            List.of(),
            SpokenOf.NOTHING);

    assertThat(of).extracting(Candidate::text).noneMatch(t -> t.contains("July"));
    assertThat(of)
        .extracting(Candidate::section)
        .contains(Section.LEAD)
        .doesNotContain(Section.WHY);
  }

  @Test
  void before_its_first_reference_a_story_does_not_exist() {
    var day = Optional.of(LocalDate.of(2026, 6, 2));

    assertThat(
            candidates.of(
                query(day), found(TinyNews.DELAY, 0), List.of(), cited(TinyNews.TAKEOVER)))
        .isEmpty();
  }

  @Test
  void as_of_any_day_nothing_of_any_story_is_from_later() {
    KnowledgeBase packaged = CuratedKnowledge.packaged();
    var of = new Candidates(packaged, Vocabulary.of(packaged, List.of()));
    for (Story story : packaged.stories()) {
      for (LocalDate day : List.of(story.date(), story.date().plusDays(3))) {
        assertThat(of.of(query(Optional.of(day)), List.of(), List.of(), cited(story.id().value())))
            .flatExtracting(Candidate::references)
            .allSatisfy(r -> assertThat(r.published()).isBeforeOrEqualTo(day));
      }
    }
  }

  @Test
  void every_statement_of_every_story_passes_the_gate_with_its_quote_in_the_file() {
    KnowledgeBase packaged = CuratedKnowledge.packaged();
    var all = new Candidates(packaged, Vocabulary.of(packaged, List.of()));
    for (Story story : packaged.stories()) {
      List<Candidate> of =
          all.of(query(Optional.empty()), List.of(), List.of(), cited(story.id().value()));
      assertThat(of).hasSize((int) story.statements().count());
      assertThat(of)
          .allSatisfy(c -> assertThat(story.text()).contains(c.quote()))
          .allSatisfy(
              c -> assertThat(GroundingCheck.holds(Draft.Sentence.of(c))).as(c.text()).isTrue());
    }
  }

  @Test
  void a_timeline_entry_says_its_day_in_words_and_quotes_it_as_written() {
    List<Candidate> of =
        candidates.of(
            query(Optional.empty()), found(TinyNews.LAUNCH, 2), List.of(), SpokenOf.NOTHING);

    assertThat(of.get(0).text()).isEqualTo("8 April 2026: Anvil 2 launches in the app alone.");
    assertThat(of.get(0).quote()).isEqualTo("2026-04-08: Anvil 2 launches in the app alone.");
    assertThat(of.get(0).day()).isEqualTo(LocalDate.of(2026, 4, 8));
  }

  @Test
  void sentences_of_an_article_are_verbatim_and_name_its_publisher() {
    List<ScoredPassage> found =
        PassageSplitter.split(TinyNews.ARTICLE).stream().map(p -> new ScoredPassage(p, 1)).toList();
    List<Candidate> of = candidates.of(query(Optional.empty()), found, List.of(), SpokenOf.NOTHING);

    assertThat(of)
        .extracting(Candidate::quote)
        .contains("Gull opened a laboratory for household robots in Lisbon on 1 September 2026.")
        .allMatch(TinyNews.ARTICLE.body()::contains);
    assertThat(of).extracting(Candidate::text).noneMatch(t -> t.contains("  ") || t.contains("\n"));
    assertThat(of)
        .allSatisfy(c ->
            assertThat(c.references())
                .extracting(Reference::publisher)
                .containsExactly("The Gazette"));
  }

  @Test
  void questions_captions_and_endless_sentences_of_an_article_are_left_out() {
    String body =
        "Photo: Reuters.\nWas it wise of the firm to move to Lisbon?\n"
            + "word ".repeat(100)
            + "end.";
    var passage = new ScoredPassage(passage("x", Passage.Origin.ARTICLE, body), 1);

    assertThat(
            candidates.of(query(Optional.empty()), List.of(passage), List.of(), SpokenOf.NOTHING))
        .isEmpty();
  }

  @Test
  void a_sentence_that_two_passages_overlap_in_is_one_candidate() {
    String sentence = "Gull opened a laboratory for household robots in Lisbon.";
    var one = new ScoredPassage(passage("x", Passage.Origin.ARTICLE, sentence), 1);
    var other = new ScoredPassage(passage("x", Passage.Origin.ARTICLE, sentence + " More."), 0.5);

    assertThat(
            candidates.of(
                query(Optional.empty()), List.of(one, other), List.of(), SpokenOf.NOTHING))
        .singleElement()
        .satisfies(c -> assertThat(c.retrieval()).isEqualTo(1));
  }

  @Test
  void how_well_a_passage_fits_lies_between_nothing_and_one() {
    var best = new ScoredPassage(found(TinyNews.LAUNCH, 0).get(0).passage(), 7);
    var bad = new ScoredPassage(found(TinyNews.TAKEOVER, 0).get(0).passage(), -2);

    assertThat(
            candidates.of(query(Optional.empty()), List.of(best, bad), List.of(), SpokenOf.NOTHING))
        .extracting(Candidate::retrieval)
        .allMatch(r -> r >= 0 && r <= 1)
        .contains(1.0, 0.0);
  }

  private Story story(String id) {
    return knowledge.story(new StoryId(id)).orElseThrow();
  }

  private List<ScoredPassage> found(String id, int ordinal) {
    return List.of(new ScoredPassage(PassageSplitter.split(story(id), knowledge).get(ordinal), 3));
  }

  private static Query query(Optional<LocalDate> asOf) {
    return new Query(
        "What happened?",
        AnswerKind.SUMMARY,
        TimeWindow.ALWAYS,
        asOf,
        TODAY,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }

  private static Passage passage(String document, Passage.Origin origin, String text) {
    return new Passage(
        document + "#0",
        document,
        origin,
        "Headline",
        List.of("The Gazette"),
        Optional.empty(),
        TODAY,
        TODAY,
        List.of(),
        text,
        0);
  }

  private SpokenOf spokenOf(String... documents) {
    return SpokenOf.of(
        List.of(new Question.Turn(query(Optional.empty()), List.of(documents))), knowledge);
  }

  private static SpokenOf cited(String... documents) {
    return new SpokenOf(List.of(documents), List.of(), List.of());
  }
}
