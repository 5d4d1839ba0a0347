package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.knowledge.Story;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerTest {

  @TempDir private static Path folder;
  private static TinyNews news;
  private static Composer composer;

  @BeforeAll
  static void index() {
    news = TinyNews.withoutVectors(folder);
    composer = new Composer(news.knowledge, news.index, new EventWords(news.index::analyze));
  }

  @AfterAll
  static void close() {
    news.close();
  }

  @Test
  void the_lead_comes_first_with_the_citations_of_its_sentence() {
    Answer.Grounded answer =
        compose(query("When did it launch?"), draft("8 April 2026", said(TinyNews.LAUNCH, 0)));

    assertThat(answer.statements())
        .extracting(Statement::text)
        .containsExactly(
            "8 April 2026.", "Acme launched Anvil 2 on 8 April 2026 without a public API.");
    assertThat(answer.statements().get(0).citations())
        .isEqualTo(answer.statements().get(1).citations());
  }

  @Test
  void a_lead_that_its_sentence_begins_with_or_does_not_hold_is_left_out() {
    for (String lead : List.of("Acme", "9 April 2026")) {
      assertThat(compose(query("?"), draft(lead, said(TinyNews.LAUNCH, 0))).statements())
          .hasSize(1);
    }
  }

  @Test
  void the_lead_of_a_sentence_that_did_not_pass_the_gate_goes_with_it() {
    Draft.Sentence forged =
        new Draft.Sentence("Boltix raised $40 million.", said(TinyNews.LAUNCH, 0).evidence());
    Answer.Grounded answer =
        compose(
            query("How much did Boltix raise?"),
            draft("$40 million", forged, said(TinyNews.TAKEOVER, 0)));

    assertThat(answer.statements())
        .extracting(Statement::text)
        .containsExactly("Cranex acquired Dovely for $40 million on 12 August 2026.");
    assertThat(answer.removed()).isEqualTo(1);
  }

  @Test
  void a_draft_of_which_nothing_holds_is_no_answer() {
    var forged = new Draft.Sentence("Nobody knows Zebra.", said(TinyNews.LAUNCH, 0).evidence());
    var bare = new Draft.Sentence("It is so.", List.of());

    assertThat(composer.compose(query("?"), draft("", forged, bare))).isEmpty();
    assertThat(composer.compose(query("?"), draft(""))).isEmpty();
  }

  @Test
  void citations_are_numbered_by_first_use_and_all_are_used() {
    Answer.Grounded answer =
        compose(
            query("?"),
            draft(
                "",
                said(TinyNews.TAKEOVER, 0),
                said(TinyNews.LAUNCH, 1),
                said(TinyNews.TAKEOVER, 0)));

    assertThat(answer.statements())
        .extracting(Statement::citations)
        .containsExactly(List.of(1, 2), List.of(3), List.of(1, 2));
    assertThat(answer.citations()).extracting(Citation::number).containsExactly(1, 2, 3);
    assertThat(answer.citations())
        .extracting(Citation::document)
        .containsExactly(TinyNews.TAKEOVER, TinyNews.TAKEOVER, TinyNews.LAUNCH);
    assertThat(answer.text()).contains("2026. [1][2]").contains("[3]");
  }

  @Test
  void what_has_an_address_is_cited_before_what_has_none() {
    Answer.Grounded answer = compose(query("?"), draft("", said(TinyNews.LAUNCH, 0)));

    assertThat(answer.citations().get(0).url()).isPresent();
    assertThat(answer.citations().get(1).url()).isEmpty();
  }

  @Test
  void it_is_as_new_as_the_newest_it_cites() {
    Answer.Grounded answer =
        compose(query("?"), draft("", said(TinyNews.TAKEOVER, 0), said(TinyNews.LAUNCH, 1)));

    assertThat(answer.asOf()).isEqualTo("2026-08-13");
  }

  @Test
  void disagreements_stand_side_by_side_with_their_citations() {
    Answer.Grounded answer =
        compose(query("How often was the API delayed?"), draft("", said(TinyNews.DELAY, 0)));

    assertThat(answer.disagreements())
        .singleElement()
        .satisfies(d -> {
          assertThat(d.about()).isEqualTo("How often the API was delayed");
          assertThat(d.values()).hasSize(2);
        });
    List<Integer> cited =
        answer.disagreements().get(0).values().stream()
            .flatMap(v -> v.citations().stream())
            .toList();
    assertThat(cited).doesNotHaveDuplicates();
    assertThat(answer.citations()).extracting(Citation::number).containsAll(cited);
  }

  @Test
  void as_of_a_day_on_which_one_side_had_not_spoken_there_is_no_disagreement() {
    Query query = query("How often was the API delayed?", LocalDate.of(2026, 6, 5));

    assertThat(compose(query, draft("", said(TinyNews.DELAY, 0))).disagreements()).isEmpty();
  }

  @Test
  void follow_ups_ask_about_entities_that_other_stories_cover() {
    List<String> followUps =
        compose(query("How much did it raise?"), draft("", said(TinyNews.ACME_RAISES, 0)))
            .followUps();

    assertThat(followUps).contains("What is the latest on Acme?").hasSizeLessThanOrEqualTo(3);
    assertThat(compose(query("?"), draft("", said(TinyNews.TAKEOVER, 0))).followUps())
        .noneMatch(f -> f.contains("Cranex") || f.contains("Dovely"));
    assertThat(
            compose(query("What did Acme raise?"), draft("", said(TinyNews.ACME_RAISES, 0)))
                .followUps())
        .doesNotContain("What is the latest on Acme?");
  }

  @Test
  void follow_ups_lead_on_to_what_followed_unless_it_was_not_known_yet() {
    Draft draft = draft("", said(TinyNews.LAUNCH, 0));

    assertThat(compose(query("?"), draft).followUps())
        .anyMatch(f -> f.contains("Acme delays the Anvil API"));
    assertThat(compose(query("?", LocalDate.of(2026, 6, 2)), draft).followUps())
        .noneMatch(f -> f.contains("delays"));
  }

  @Test
  void notes_are_passed_on() {
    var draft = new Draft(Optional.empty(), List.of(said(TinyNews.LAUNCH, 0)), List.of("Missing."));

    assertThat(compose(query("?"), draft).notes()).containsExactly("Missing.");
  }

  private static Answer.Grounded compose(Query query, Draft draft) {
    return composer.compose(query, draft).orElseThrow();
  }

  private static Draft draft(String lead, Draft.Sentence... sentences) {
    return new Draft(
        Optional.of(lead).filter(l -> !l.isEmpty()), Arrays.asList(sentences), List.of());
  }

  /** The statement of that ordinal as a sentence. */
  private static Draft.Sentence said(String id, int ordinal) {
    Story story = news.story(id);
    var passage = PassageSplitter.split(story, news.knowledge).get(ordinal);
    return new Candidates(news.knowledge, news.vocabulary)
            .of(query("?"), List.of(new ScoredPassage(passage, 1)), List.of(), SpokenOf.NOTHING)
            .stream()
            .filter(c -> c.passage().equals(passage))
            .map(Draft.Sentence::of)
            .findFirst()
            .orElseThrow();
  }

  private static Query query(String text) {
    return news.reader.read(Question.of(text, TinyNews.TODAY));
  }

  private static Query query(String text, LocalDate asOf) {
    return news.reader.read(new Question(text, TinyNews.TODAY, Optional.of(asOf), List.of()));
  }
}
