package dev.footnote.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.ingest.ImportLine.Good;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleFileTest {

  private static final String GOOD =
      """
      {"id":"a1","title":"T","url":"https://x.com/a","publisher":"X","published":"2026-06-03","body":"B"}
      """;

  @TempDir Path dir;

  private List<ImportLine> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(dir.resolve(name), bytes);
    List<ImportLine> lines = new ArrayList<>();
    try (ArticleFile articles = ArticleFile.open(file)) {
      articles.forEachRemaining(lines::add);
    }
    return lines;
  }

  private List<ImportLine> read(String text) throws IOException {
    return read("articles.jsonl", text.getBytes(StandardCharsets.UTF_8));
  }

  private Article article(String text) throws IOException {
    return ((Good) read(text).getFirst()).article();
  }

  private String rejection(String text) throws IOException {
    List<ImportLine> lines = read(text);
    assertThat(lines).hasSize(1);
    return lines.getFirst().toString();
  }

  @Test
  void an_article_is_read_with_all_its_fields() throws IOException {
    Article article = article(GOOD.replace("\"body\"", "\"author\":\"Ann\",\"extra\":1,\"body\""));

    assertThat(article.id().value()).isEqualTo("a1");
    assertThat(article.url()).hasToString("https://x.com/a");
    assertThat(article.author()).contains("Ann");
    assertThat(article.published()).isEqualTo("2026-06-03T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-03T08:00:00Z", "2026-06-03T10:00:00+02:00", "2026-06-03T08:00Z"})
  void a_time_is_read_with_its_zone(String published) throws IOException {
    assertThat(article(GOOD.replace("2026-06-03", published)).published())
        .isEqualTo("2026-06-03T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void an_empty_author_is_none(String author) throws IOException {
    assertThat(article(GOOD.replace("\"body\"", "\"author\":" + author + ",\"body\"")).author())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "title", "url", "publisher", "published", "body"})
  void a_field_that_is_missing_blank_or_no_text_is_named(String field) throws IOException {
    String key = "\"" + field + "\":";

    assertThat(rejection(GOOD.replace(key, "\"other\":")))
        .isEqualTo("line 1: '" + field + "' is missing: add it");
    assertThat(rejection(GOOD.replaceFirst(key + "\"[^\"]*\"", key + "\" \"")))
        .isEqualTo("line 1: '" + field + "' is blank: fill it in");
    assertThat(rejection(GOOD.replaceFirst(key + "\"[^\"]*\"", key + "7")))
        .isEqualTo("line 1: '" + field + "' is of type number: write it as text in double quotes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-06-03|2026-02-30|'published' is '2026-02-30'",
        "2026-06-03|2026-06-03T08:00:00|a time with its zone",
        "2026-06-03|yesterday|write a real date such as 2026-06-03",
        "https://x.com/a|/a|'url' is no absolute address",
        "https://x.com/a|ftp://x.com/a|write https://host/path",
        "https://x.com/a|https://x y|write https://host/path",
        "\"B\"}|\"B\"|is not valid JSON",
        "\"B\"}|\"B\"} {}|is not valid JSON",
        "\"B\"}|\"B\",\"id\":\"b\"}|is not valid JSON",
        "\"B\"|\"B\\u0000\"|holds a NUL",
        "\"B\"|\"B\\ud800\"|half a character",
      })
  void a_bad_value_is_rejected_with_the_way_out(String good, String bad, String message)
      throws IOException {
    assertThat(rejection(GOOD.replace(good, bad))).startsWith("line 1: ").contains(message);
  }

  @Test
  void an_array_is_told_from_json_lines() throws IOException {
    assertThat(rejection("[" + GOOD.strip() + "]")).contains("write JSON Lines");
    assertThat(rejection("7\n")).contains("is no JSON object");
  }

  @Test
  void a_bad_line_costs_only_itself_and_blank_lines_are_skipped_but_counted() throws IOException {
    List<ImportLine> lines = read("\uFEFF" + GOOD + "\r\n{\n" + GOOD.strip());

    assertThat(lines).extracting(ImportLine::line).containsExactly(1, 3, 4);
    assertThat(lines.get(0)).isInstanceOf(Good.class);
    assertThat(lines.get(1).toString()).startsWith("line 3: is not valid JSON");
    assertThat(lines.get(2)).isInstanceOf(Good.class);
  }

  @Test
  void a_line_that_is_no_utf8_or_holds_a_nul_is_rejected() throws IOException {
    byte[] latin = GOOD.replace("\"B\"", "\"é\"").getBytes(StandardCharsets.ISO_8859_1);
    byte[] nul = GOOD.replace("\"B\"", "\"\0\"").getBytes(StandardCharsets.UTF_8);

    assertThat(read("latin.jsonl", latin)).first().asString().contains("is not UTF-8");
    assertThat(read("nul.jsonl", nul)).first().asString().contains("NUL byte");
  }

  @Test
  void a_line_over_ten_megabytes_is_rejected_and_the_next_is_read() throws IOException {
    char[] body = new char[ArticleFile.LINE_LIMIT];
    Arrays.fill(body, 'b');

    List<ImportLine> lines = read(GOOD.replace("\"B\"", "\"" + new String(body) + "\"") + GOOD);

    assertThat(lines.get(0)).hasToString("line 1: is longer than 10 MB: shorten the body");
    assertThat(lines.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void an_id_that_comes_again_is_delivered_again_in_order() throws IOException {
    assertThat(read(GOOD + GOOD.replace("\"B\"", "\"C\"")))
        .extracting(l -> ((Good) l).article().body())
        .containsExactly("B", "C");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void a_compressed_file_is_read_by_its_name() throws IOException {
    assertThat(read("a.jsonl.gz", gzip(GOOD + GOOD))).hasSize(2);
    assertThatThrownBy(() -> read("b.jsonl", gzip(GOOD)))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("let its name end in .gz");
    assertThatThrownBy(() -> read("c.gz", GOOD.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("is not compressed");
  }

  @Test
  void a_compressed_file_that_is_cut_off_says_where() throws IOException {
    byte[] whole = gzip(GOOD);

    assertThatThrownBy(() -> read("a.gz", Arrays.copyOf(whole, whole.length - 12)))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("a.gz")
        .hasMessageContaining("is it complete");
  }

  @Test
  void what_is_no_text_file_is_one_clear_message() {
    assertThatThrownBy(() -> ArticleFile.open(dir)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> ArticleFile.open(dir.resolve("none")))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageEndingWith("none is not there: check the name");
    assertThatThrownBy(() -> read("a.zip", new byte[] {'P', 'K', 3, 4, 0}))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("is no text file");
    assertThatThrownBy(() -> read("a.jsonl", GOOD.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("is UTF-16");
  }

  @Test
  void an_empty_file_has_no_lines() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }
}
