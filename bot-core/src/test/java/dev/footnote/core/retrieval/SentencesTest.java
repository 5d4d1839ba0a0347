package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void prose_is_cut_at_its_full_stops() {
    assertThat(sentences("Acme won. Did it? It did!  So it is."))
        .containsExactly("Acme won.", "Did it?", "It did!", "So it is.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith met Dr. Jones at Acme Inc. headquarters.",
        "U.S. officials spoke.",
        "The U.S. Senate met J. D. Vance in Washington D.C. yesterday.",
        "It rose 3.5 percent to $1.25 billion.",
        "GPT-5.4 and Gemini 3.1 Pro came.",
        "It came on Sept. 3 and went on Nov. 5.",
        "Acme vs. Boltix is No. 5 on the list.",
        "Visit example.com today.",
        "\"Will it?\" she asked.",
        "It grew (approx. 5 percent) then.",
      })
  void a_full_stop_that_ends_nothing_cuts_nothing(String sentence) {
    assertThat(sentences(sentence)).containsExactly(sentence);
    assertThat(sentences("So. " + sentence + " Then more.")).contains(sentence);
  }

  @Test
  void a_quotation_ends_with_its_mark() {
    assertThat(sentences("He said \"it works.\" Then he left. “It did.” She stayed."))
        .containsExactly("He said \"it works.\"", "Then he left.", "“It did.”", "She stayed.");
  }

  @Test
  void a_line_break_ends_a_sentence_without_a_full_stop() {
    assertThat(sentences("Headline\nThe text\r\n\r\nMore\n"))
        .containsExactly("Headline", "The text", "More");
  }

  @Test
  void a_blank_text_has_none() {
    assertThat(sentences("")).isEmpty();
    assertThat(sentences(" \n\t \r\n")).isEmpty();
  }

  @Test
  void no_character_that_is_not_blank_is_lost_whatever_the_text() {
    var random = new Random(1);
    List<String> parts =
        List.of(
            "Acme", " ", " ", ".", ". ", "? ", "U.S.", "Mr.", "\n", "\r\n", "\"", "”", "3.5", "\t",
            "\u00a0", "\u2028", "é", "🙂", "。", "...", "word", "Inc.", "(", ")", "x");
    for (int i = 0; i < 2_000; i++) {
      String text =
          IntStream.range(0, random.nextInt(60))
              .mapToObj(n -> parts.get(random.nextInt(parts.size())))
              .collect(Collectors.joining());
      int end = 0;
      for (Sentences.Span span : Sentences.spans(text)) {
        assertThat(text.substring(end, span.start())).isBlank();
        assertThat(span.of(text)).isNotBlank().isEqualTo(span.of(text).strip());
        end = span.end();
      }
      assertThat(text.substring(end)).isBlank();
    }
  }

  private static List<String> sentences(String text) {
    return Sentences.spans(text).stream().map(s -> s.of(text)).toList();
  }
}
