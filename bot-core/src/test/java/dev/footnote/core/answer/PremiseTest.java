package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.Passage.Origin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PremiseTest {

  @TempDir private static Path folder;
  private static TinyNews news;
  private static Premise premise;

  @BeforeAll
  static void index() {
    news = TinyNews.withoutVectors(folder);
    premise = new Premise(news.index, news.vocabulary, new EventWords(news.index::analyze));
  }

  @AfterAll
  static void close() {
    news.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When did Acme buy Boltix? | Acme buys Boltix.",
        "When did Acme buy Boltix? | Acme completed its takeover of Boltix in May.",
        "When did Acme buy Boltix? | Boltix was bought in May by Acme.",
        "When did Acme buy Boltix? | The acquisition of Boltix by Acme closed.",
        "Was Boltix bought by Acme? | Acme acquired Boltix.",
        "Was Boltix bought by Acme? | Boltix was purchased by Acme.",
        "Why is the acquisition of Boltix by Acme late? | Acme acquired Boltix.",
        "When did Acme take over Boltix? | Acme bought Boltix.",
        "How much did Acme pay for Boltix? | Acme paid $3 billion for Boltix.",
        "Did Acme buy Boltix? | Acme did not buy Boltix but licensed its chips.",
        "When did Acme shut down Anvil 2? | Acme discontinued Anvil 2 in May.",
        "Who left Acme? | Acme said that it had parted ways with its chief scientist.",
      })
  void an_act_is_borne_out_by_what_says_it_of_the_same_parties(String question, String evidence) {
    assertThat(borneOut(question, evidence)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When did Acme buy Boltix? | Boltix buys computing from Acme.",
        "When did Acme buy Boltix? | Boltix acquired Acme.",
        "When did Acme buy Boltix? | Acme was bought by Boltix.",
        "When did Acme buy Boltix? | The acquisition of Acme by Boltix closed.",
        "When did Acme buy Boltix? | Acme and Boltix met.",
        "Was Boltix bought by Acme? | Boltix acquired Acme.",
        "Was Boltix bought by Acme? | Acme was purchased by Boltix.",
        "When did Acme sue Boltix? | Acme and Boltix formed an alliance.",
        "How much did Acme pay for Boltix? | Boltix paid $3 billion for chips of Acme.",
        "When did Acme sell Anvil 2 to Boltix? | Acme showed Anvil 2 to Boltix.",
        "When did Acme shut down Anvil 2? | Acme released Anvil 2 in May.",
      })
  void an_act_is_not_borne_out_by_another_one(String question, String evidence) {
    assertThat(borneOut(question, evidence)).isZero();
  }

  @Test
  void the_title_bears_out_as_well() {
    var candidate = candidate("The price was not told.", "Acme buys Boltix");
    var query = news.reader.read(Question.of("Did Acme buy Boltix?", TinyNews.TODAY));

    assertThat(premise.borneOut(query, List.of(scored(candidate, 1)))).isEqualTo(1);
  }

  @Test
  void what_is_about_others_bears_nothing_out() {
    var query = news.reader.read(Question.of("When did Acme sue Boltix?", TinyNews.TODAY));

    assertThat(premise.borneOut(query, List.of(scored(candidate("Cranex sued Dovely.", "-"), 0))))
        .isZero();
    assertThat(premise.borneOut(query, List.of())).isZero();
  }

  @Test
  void a_question_that_takes_nothing_for_granted_needs_nothing_borne_out() {
    assertThat(borneOut("What does Anvil 2 cost?", "Something else.")).isEqualTo(1);
  }

  @Test
  void of_two_acts_one_is_half() {
    assertThat(borneOut("When did Acme sue Boltix and ban Cranex?", "Acme sued Boltix."))
        .isEqualTo(0.5);
  }

  private static double borneOut(String question, String... evidence) {
    Query query = news.reader.read(Question.of(question, TinyNews.TODAY));
    return premise.borneOut(
        query, Arrays.stream(evidence).map(e -> scored(candidate(e, "-"), 1)).toList());
  }

  private static Scored scored(Candidate candidate, double entities) {
    return Scores.scored(candidate, 1, entities);
  }

  private static Candidate candidate(String text, String title) {
    var day = TinyNews.TODAY;
    var passage =
        new Passage(
            "x#0",
            "x",
            Origin.ARTICLE,
            title,
            List.of("The Gazette"),
            Optional.empty(),
            day,
            day,
            List.of(),
            text,
            0);
    var reference = new Candidate.Reference("The Gazette", title, Optional.empty(), day);
    return new Candidate(passage, Section.ARTICLE, text, text, List.of(reference), day, 1);
  }
}
