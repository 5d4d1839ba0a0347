package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceSplitterTest {

  private static List<String> split(String text) {
    return SentenceSplitter.split(text, 0, text.length()).stream()
        .map(s -> text.substring(s.start(), s.end()))
        .toList();
  }

  private static List<Boolean> cited(String text) {
    return SentenceSplitter.split(text, 0, text.length()).stream().map(Sentence::cited).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The U.S. Commerce Department approved it. [1]",
        "Meta spent $1.5 billion on GPT-5.4 and Llama 4. [1]",
        "Sen. J. D. Vance and Dr. Fei-Fei Li met Mr. Musk. [1]",
        "Anthropic v. Hegseth was heard by the D.C. Circuit. [1]",
        "Alphabet Inc. Chief Executive Sundar Pichai spoke. [1]",
        "Case No. 24 began on Jan. 8 at 9 a.m. Pacific time. [1]",
        "Altman wrote: \"We did it. It works. Thank you.\" [1]",
        "Altman wrote: “We did it. It works.” [1]",
        "It rose (see p. 4. The table is wrong.) by half. [1]",
        "Visit example.com or Node.js 22. [1][2]",
        "The firm [1] paid $3.2bn [2].",
        "Yahoo! said so... and no more. [1]",
        "The U.S. [1] and Britain signed. [2]",
        "Musk said \"no\" [1].",
        "It cost 5 [1]; then 6 [2].",
        "The round is \"done.\" [1]",
        "It shipped on 8 April 2026 [1]"
      })
  void a_stop_inside_a_sentence_does_not_end_it(String text) {
    assertThat(split(text)).containsExactly(text);
    assertThat(cited(text)).containsExactly(true);
  }

  @Test
  void citations_belong_to_the_sentence_whose_stop_they_touch() {
    assertThat(split("One. [1][2] Two [3]. Three.[1] Four? [2]"))
        .containsExactly("One. [1][2]", "Two [3].", "Three.[1]", "Four? [2]");
  }

  @Test
  void a_name_in_lower_case_begins_a_sentence() {
    assertThat(split("It sold. [1] xAI bought. [2] iPhone sales fell. [1]")).hasSize(3);
    assertThat(cited("It sold. xAI bought. [2]")).containsExactly(false, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It sold. The firm bought. [1]",
        "It sold! Nobody bought. [1]",
        "It sold in the U.S. The firm bought. [1]",
        "It raised a Series C. The round was big. [1]",
        "It sold for 5. Then it bought. [1]",
        "He said \"no.\" She left. [1]",
        "It sold 40%. \"Good,\" he said. [1]",
        "It joined Alphabet Inc. The price was low. [1]",
        "It sold [1] in May. The firm bought. [1]",
        "It sold. $5 was paid. [1]",
        "They used GPT-5. Others did not. [1]"
      })
  void a_sentence_without_a_citation_before_a_cited_one_is_found(String text) {
    assertThat(cited(text)).containsExactly(false, true);
  }

  @Test
  void the_last_sentence_without_a_citation_is_found() {
    assertThat(cited("It sold. [1] It bought.")).containsExactly(true, false);
    assertThat(cited("It sold [1] in May.")).containsExactly(false);
    assertThat(cited("It sold")).containsExactly(false);
  }

  @Test
  void nothing_has_no_sentences() {
    assertThat(split(" \n ")).isEmpty();
  }
}
