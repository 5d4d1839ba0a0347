package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no stories, and the three vocabularies. */
final class FilesTest {

  private static final String PLACE = "stories/2026/06/x.md";

  @TempDir Path dir;

  @Test
  void a_binary_file_is_a_problem_and_no_exception() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\n', 0, 1};

    assertThat(new ContentFolder(dir).with(PLACE, png).problems())
        .containsExactly(PLACE + ":2: holds a NUL byte, as binary files do: save it as UTF-8 text");
  }

  @Test
  void a_file_that_is_no_utf8_names_the_line() {
    byte[] latin = (ContentFolder.FRONT + "É. [1][2]\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(new ContentFolder(dir).with(PLACE, latin).problems())
        .containsExactly(PLACE + ":12: is not UTF-8 here: save the file as UTF-8");
  }

  @Test
  void a_file_over_64_kilobytes_is_refused() {
    assertThat(new ContentFolder(dir).with(PLACE, "x".repeat(64 * 1024 + 1)).problems())
        .containsExactly(PLACE + ":1: is larger than 64 KB: split or shorten it");
  }

  @Test
  void a_byte_order_mark_is_tolerated() {
    assertThat(
            new ContentFolder(dir)
                .withStory("\uFEFF" + ContentFolder.FRONT, ContentFolder.BODY)
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"stories/2026/06/x.txt", "stories/2026/x.md", "stories/2026/06/X y.md"})
  void a_file_in_no_storys_place_is_reported(String place) {
    assertThat(new ContentFolder(dir).with(place, "").problems())
        .singleElement()
        .asString()
        .startsWith(place + ":1: is no story's place: name it stories/YYYY/MM/slug.md");
  }

  @Test
  void a_vocabulary_that_is_missing_is_reported() throws java.io.IOException {
    ContentFolder folder = new ContentFolder(dir);
    Files.delete(dir.resolve("topics.yaml"));

    assertThat(folder.problems())
        .containsExactly(
            "topics.yaml:1: is missing or no file: create it, empty if there is nothing to say");
  }

  @Test
  void an_alias_bomb_is_refused() {
    assertThat(new ContentFolder(dir).with("topics.yaml", "- &a [x]\n- &b [*a, *a]\n").problems())
        .singleElement()
        .asString()
        .contains("is not valid YAML");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "publishers|- {id: ft, name: FT, kind: pres, domains: [ft.com]}|5: unknown kind 'pres' (did you mean 'press'?)",
        "publishers|- {id: ft, name: FT, kind: press}|5: 'domains' is missing: list at least one host",
        "publishers|- {id: ft, name: FT, kind: press, domains: ['https://ft.com']}|5: 'https://ft.com' is no domain",
        "publishers|- {id: ft, name: FT, kind: press, domains: [wsj.com]}|5: the domain 'wsj.com' already leads to 'wsj'",
        "publishers|- {id: ft, name: FT, kind: press, domains: [ft.com], owner: nikei}|5: unknown owner 'nikei'",
        "publishers|- {id: ft, name: FT, kind: press, domains: [ft.com], owner: ft}|5: 'ft' owns itself",
        "publishers|- {id: ft, name: FT, kind: press, domains: [ft.com], feeds: [/rss]}|5: '/rss' is no absolute https",
        "publishers|- {id: ft, name: wsj, kind: press, domains: [ft.com]}|5: the name 'wsj' already leads to 'wsj'",
        "publishers|- {id: wsj, name: FT, kind: press, domains: [ft.com]}|5: the id 'wsj' stands twice",
        "entities|- {id: fb, name: Face, kind: product, aliases: [FACEBOOK]}|3: the alias 'FACEBOOK' already leads to 'meta'",
        "entities|- {id: fb, name: Face, kind: product, aliases: [Face]}|3: the alias 'Face' is the name itself",
        "entities|- {id: meta, name: Other, kind: company}|3: the id 'meta' stands twice",
        "entities|- {id: x, name: X, kind: company, since: 2026-13-01}|3: 'since': '2026-13-01' is no real date",
        "topics|- {id: x, name: X, kind: y}|3: unknown key 'kind': use id, name, aliases",
        "topics|- models|3: expected an entry with 'key: value' pairs",
        "topics|- {id: models, name: Again}|3: the id 'models' stands twice",
        "topics|- {id: a_b, name: X}|3: topic id 'a_b': use lower-case letters",
      })
  void a_broken_entry_is_reported_with_its_line(String file, String entry, String expected) {
    String good =
        switch (file) {
          case "publishers" -> ContentFolder.PUBLISHERS;
          case "entities" -> ContentFolder.ENTITIES;
          default -> ContentFolder.TOPICS;
        };

    assertThat(new ContentFolder(dir).with(file + ".yaml", good + entry + "\n").problems())
        .anySatisfy(p -> assertThat(p).startsWith(file + ".yaml:" + expected));
  }

  @Test
  void empty_vocabularies_are_fine() {
    assertThat(
            new ContentFolder(dir)
                .with("publishers.yaml", "")
                .with("entities.yaml", "# nothing\n")
                .with("topics.yaml", "[]\n")
                .problems())
        .isEmpty();
  }
}
