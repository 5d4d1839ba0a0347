package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Story.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {

  @TempDir Path dir;

  private List<Statement> lead(String text) {
    return new ContentFolder(dir).story(text + "\n").lead();
  }

  @Test
  void marks_inside_leave_the_text_and_the_longest_stretch_is_the_quote() {
    assertThat(lead("It slipped \"repeatedly\" [1]; twice [2], to May and then June, he said. [1]"))
        .containsExactly(
            new Statement(
                "It slipped \"repeatedly\"; twice, to May and then June, he said.",
                "to May and then June, he said.",
                List.of(1, 2)));
  }

  @Test
  void a_sentence_over_several_lines_is_folded_for_reading_and_quoted_as_it_stands() {
    assertThat(lead("It slipped\r\ntwice. [1][2]").getFirst())
        .isEqualTo(new Statement("It slipped twice.", "It slipped\r\ntwice.", List.of(1, 2)));
  }

  @Test
  void a_value_that_ends_in_an_abbreviation_keeps_its_stop() {
    Story story =
        new ContentFolder(dir)
            .story("A. [1][2]\n## Where sources differ\n- Where: the U.S. [1]; Japan. [2]\n");

    assertThat(story.disagreements().getFirst().values())
        .extracting(Statement::text)
        .containsExactly("the U.S.", "Japan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One. [1] Two [2].",
        "One [1] and two [2] and\nthree. [1]",
        "“One.” [1] [2]",
        "- One [1]\n- Two. [2]",
        "One; [1] two: [2] three [1].",
        "Ünïcode — 五 😀 [1]! [2]"
      })
  void every_quote_is_a_substring_of_the_text_without_marks(String body) {
    Story story = new ContentFolder(dir).story(body + "\n");

    assertThat(story.statements())
        .isNotEmpty()
        .allSatisfy(s -> {
          assertThat(story.text()).contains(s.quote());
          assertThat(s.quote()).isNotBlank().doesNotContainPattern(Mark.FORM);
        });
  }
}
