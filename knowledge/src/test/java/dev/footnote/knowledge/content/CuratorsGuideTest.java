package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.knowledge.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CuratorsGuideTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: (\\S+) -->\n```(?:markdown|yaml)\n(.*?)```\n", Pattern.DOTALL);

  @TempDir Path dir;

  @Test
  void the_guides_examples_keep_the_rules_they_explain() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    var folder = new ContentFolder(dir);
    int examples = 0;
    for (; example.find(); examples++) {
      folder.with(example.group(1), example.group(2));
    }
    assertThat(examples).isEqualTo(2);

    CuratedKnowledge knowledge = folder.load();

    Story story = knowledge.stories().getFirst();
    assertThat(knowledge.independentReferences(story)).isEqualTo(2);
    assertThat(story.disagreements()).isNotEmpty();
    assertThat(story.corrections()).isNotEmpty();
    assertThat(story.statements().mapToInt(s -> s.questions().size()).sum()).isEqualTo(3);
    assertThat(story.unanswered()).hasSize(2);
  }
}
