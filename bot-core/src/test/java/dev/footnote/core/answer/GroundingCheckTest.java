package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Candidate.Reference;
import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.Passage.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingCheckTest {

  private static final List<String> SENTENCES =
      List.of(
          "Meta plans to spend $125 billion to $145 billion in 2026, against $72.2 billion in 2025.",
          "xAI trained Grok on 200,000 GPUs, Elon Musk said on 17 February 2025.",
          "OpenAI released o3 and o4-mini on April 16, 2025; GPT-4.5 went away in July.",
          "On 3 June 2026 Alexandr Wang called Muse Spark an \"appetizer\".",
          "Anthropic's revenue grew 40% to €1.3bn, and three founders sold 12 million shares.");

  private static final LocalDate DAY = LocalDate.of(2026, 6, 3);
  private static final Reference REFERENCE =
      new Reference("The Daily Paper", "Headline", Optional.empty(), DAY);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void a_sentence_that_is_its_quote_holds(int sentence) {
    assertThat(holds(SENTENCES.get(sentence), SENTENCES.get(sentence))).isTrue();
  }

  @Test
  void a_sentence_with_any_digit_changed_is_refused() {
    for (String sentence : SENTENCES) {
      for (MatchResult digit : all("\\d", sentence)) {
        for (char other = '0'; other <= '9'; other++) {
          var changed = new StringBuilder(sentence);
          changed.setCharAt(digit.start(), other);
          if (other != sentence.charAt(digit.start())) {
            assertThat(holds(changed.toString(), sentence)).as(changed.toString()).isFalse();
          }
        }
      }
    }
  }

  @Test
  void a_sentence_with_a_digit_added_or_taken_away_is_refused() {
    for (String sentence : SENTENCES) {
      for (MatchResult digit : all("\\d", sentence)) {
        String with = new StringBuilder(sentence).insert(digit.start(), '7').toString();
        String without = new StringBuilder(sentence).deleteCharAt(digit.start()).toString();

        assertThat(holds(with, sentence)).as(with).isFalse();
        if (digit.end() < sentence.length() && Character.isDigit(sentence.charAt(digit.end()))) {
          assertThat(holds(without, sentence)).as(without).isFalse();
        }
      }
    }
  }

  @Test
  void a_sentence_with_any_name_exchanged_is_refused() {
    for (String sentence : SENTENCES) {
      for (MatchResult name : all("\\p{Ll}?\\p{Lu}[\\p{L}]+", sentence)) {
        for (String other : List.of("Mistral", "ME", "aI", "Al", "Pen", "eXAI", "Metal")) {
          if (!name.group().equals("On")) {
            String changed =
                sentence.substring(0, name.start()) + other + sentence.substring(name.end());
            assertThat(holds(changed, sentence)).as(changed).isFalse();
          }
        }
      }
    }
  }

  @Test
  void a_sentence_with_its_scale_exchanged_is_refused() {
    for (String sentence : SENTENCES) {
      for (MatchResult scale : all("billion|million|bn|%", sentence)) {
        for (String other : List.of("trillion", "thousand", "k")) {
          String changed =
              sentence.substring(0, scale.start()) + other + sentence.substring(scale.end());
          assertThat(holds(changed, sentence)).as(changed).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sales were 72.2 billion dollars. | Sales were $72.2bn.",
        "Sales were 40 percent up. | Sales were 40% up.",
        "It plans 125 billion to 145 billion dollars. | It plans 125 to 145 billion dollars.",
        "It plans $125-145 billion. | It plans 125 billion to 145 billion dollars.",
        "It had 200000 chips. | It had 200,000 chips.",
        "It had three chips. | It had 3 chips.",
        "It came on 8 April 2026. | On April 8, 2026 it came.",
        "It came on 8 April 2026. | 2026-04-08: It came.",
        "It came in April 2026. | 2026-04: It came.",
        "It came in April 2026. | It came on 8 April 2026.",
        "Acme’s chips came. | Acme's chips came.",
        "GPU prices fell. | GPUs got cheaper.",
      })
  void another_spelling_of_the_same_holds(String text, String quote) {
    assertThat(holds(text, quote)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It came on 12 April 2026. | On 8 April 2026 came 12 models.",
        "It came on 8 May 2026. | On 8 April 2026 it came; more in May.",
        "It came in May 2026. | It came in May 2025; in 2026 it went.",
        "It came on 9 April 2026. | 2026-04-08: It came with 9 others.",
        "Four people left. | Three people left.",
        "Meta left. | The metadata left.",
        "Al left. | All left; he said so.",
        "o4 left. | o3 left.",
        "It cost 145 million. | It cost 125 to 145 billion.",
        "It cost 125 million to 145 billion. | It cost 125 to 145 billion.",
      })
  void what_only_looks_alike_is_refused(String text, String quote) {
    assertThat(holds(text, quote)).isFalse();
  }

  @Test
  void names_and_numbers_may_stand_in_the_title() {
    var quoted = candidate(Section.LEAD, "It shipped late.", "It shipped late.", "Anvil 2 ships");

    assertThat(GroundingCheck.holds(new Draft.Sentence("Anvil 2 shipped late.", List.of(quoted))))
        .isTrue();
    assertThat(GroundingCheck.holds(new Draft.Sentence("Anvil 3 shipped late.", List.of(quoted))))
        .isFalse();
  }

  @Test
  void two_pieces_of_evidence_carry_a_sentence_together() {
    var one = candidate(Section.LEAD, "Acme raised $2 billion.", "Acme raised $2 billion.", "-");
    var other = candidate(Section.LEAD, "Bolt raised less.", "Bolt raised less.", "-");
    String text = "Acme raised $2 billion, Bolt less.";

    assertThat(GroundingCheck.holds(new Draft.Sentence(text, List.of(one, other)))).isTrue();
    assertThat(GroundingCheck.holds(new Draft.Sentence(text, List.of(one)))).isFalse();
  }

  @Test
  void a_sentence_without_evidence_is_refused() {
    assertThat(GroundingCheck.holds(new Draft.Sentence("It is so.", List.of()))).isFalse();
  }

  @Test
  void evidence_without_a_reference_is_refused() {
    var nobody =
        new Candidate(passage("It is so."), Section.LEAD, "", "It is so.", List.of(), DAY, 1);

    assertThat(GroundingCheck.holds(new Draft.Sentence("It is so.", List.of(nobody)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme launched  Anvil.",
        "acme launched Anvil.",
        "Acme launched Anvil!",
        "Acme launched Anvil\u00a0.",
        "Nobody knew. Acme launched Anvil.",
        "2026-04-08: Acme launched Anvil.",
        " ",
        ""
      })
  void a_quote_that_is_not_byte_for_byte_in_its_passage_is_refused(String quote) {
    var forged = candidate(Section.LEAD, "Acme launched Anvil.", quote, "-");

    assertThat(GroundingCheck.holds(new Draft.Sentence("Acme launched it.", List.of(forged))))
        .isFalse();
  }

  @Test
  void one_forged_quote_among_several_refuses_the_sentence() {
    var real = candidate(Section.LEAD, "Acme launched it.", "Acme launched it.", "-");
    var forged = candidate(Section.LEAD, "Acme launched it.", "Acme shelved it.", "-");

    assertThat(GroundingCheck.holds(new Draft.Sentence("Acme acted.", List.of(real, forged))))
        .isFalse();
  }

  @Test
  void a_quote_from_within_a_passage_holds() {
    var part = candidate(Section.ARTICLE, "Before. Acme came. After.", "Acme came.", "-");

    assertThat(GroundingCheck.holds(new Draft.Sentence("Acme came.", List.of(part)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-08: The API came. | 8 April 2026: The API came. | true",
        "2026-04: The API came. | April 2026: The API came. | true",
        "2026: The API came. | 2026: The API came. | true",
        "2026-04-08: The API came. | 9 April 2026: The API came. | false",
        "2026-04-08: The API came. | 8 May 2026: The API came. | false",
        "2026-04: The API came. | 4 April 2026: The API came. | false",
        "Once: The API came. | The API came. | false",
        "Acme in 2026: The API came. | The API came. | false",
      })
  void a_timeline_entry_is_quoted_with_its_day_and_nothing_else(
      String quote, String text, boolean holds) {
    var entry = candidate(Section.TIMELINE, "The API came.", quote, "-");

    assertThat(GroundingCheck.holds(new Draft.Sentence(text, List.of(entry)))).isEqualTo(holds);
  }

  private static boolean holds(String text, String quote) {
    return GroundingCheck.holds(
        new Draft.Sentence(text, List.of(candidate(Section.LEAD, quote, quote, "-"))));
  }

  private static Candidate candidate(Section section, String passage, String quote, String title) {
    var in =
        new Passage(
            "a#0",
            "a",
            Origin.ARTICLE,
            title,
            List.of("The Daily Paper"),
            Optional.empty(),
            DAY,
            DAY,
            List.of(),
            passage,
            0);
    return new Candidate(in, section, quote, quote, List.of(REFERENCE), DAY, 1);
  }

  private static Passage passage(String text) {
    return candidate(Section.LEAD, text, text, "-").passage();
  }

  private static List<MatchResult> all(String pattern, String text) {
    var all = new ArrayList<MatchResult>();
    Pattern.compile(pattern).matcher(text).results().forEach(all::add);
    return all;
  }
}
