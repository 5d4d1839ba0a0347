package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what one gets. */
class ReadmeTest {

  private static final String PROMPT = "$ ./footnote ask \"";

  @Test
  void the_exchange_is_what_the_product_prints(@TempDir Path data) throws IOException {
    List<String> shown = exchange(Files.readAllLines(Path.of("../README.md")));
    String typed = shown.get(0);
    assertThat(typed).startsWith(PROMPT).endsWith("\"");
    String question = typed.substring(PROMPT.length(), typed.length() - 1);

    var printed =
        new Product(data.resolve("data"), true, System.err)
            .run("", "ask", question).stream().map(Product.Line::text).toList();

    assertThat(printed).containsExactlyElementsOf(shown.subList(1, shown.size()));
  }

  /** The lines of the block between the marks, without its fences. */
  private static List<String> exchange(List<String> readme) {
    int from = readme.indexOf("<!-- exchange -->");
    int to = readme.indexOf("<!-- /exchange -->");
    assertThat(from).as("the marks of the exchange").isNotNegative().isLessThan(to);
    return readme.subList(from + 2, to - 1);
  }
}
