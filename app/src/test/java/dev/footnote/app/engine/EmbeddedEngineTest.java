package dev.footnote.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.knowledge.KnowledgeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
  private static final List<String> TOPICS =
      List.of("chips", "funding", "layoffs", "regulation", "research", "lawsuit", "robots");
  private static final int ARTICLES = 40;
  private static final int DAMAGES = Integer.getInteger("footnote.damages", 40);

  @TempDir private Path root;
  private final EmbeddedWiring wiring = new EmbeddedWiring(InstantSource.system());

  @Test
  void an_index_damaged_in_any_way_is_noticed_and_built_anew_with_the_same_results()
      throws IOException {
    var data = root.resolve("data");
    importArticles(data);
    var expected = results(data);
    var sound = contents(new DataFolder(data).index());
    long seed = Long.getLong("footnote.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < DAMAGES; i++) {
      restore(new DataFolder(data).index(), sound);
      var damage = damage(new DataFolder(data).index(), random);
      assertThat(results(data)).as("%s, number %d of seed %d", damage, i, seed).isEqualTo(expected);
      assertThat(wiring.inspect(settings(data, false)).current()).as(damage).isTrue();
    }
  }

  @Test
  void an_index_that_is_gone_is_built_anew() throws IOException {
    var data = root.resolve("data");
    importArticles(data);
    var expected = results(data);
    restore(new DataFolder(data).index(), Map.of());

    assertThat(results(data)).isEqualTo(expected);
  }

  @Test
  void stories_are_not_found_without_curated_even_if_the_folder_has_them() throws IOException {
    var data = root.resolve("data");
    importArticles(data);
    var before = results(data);
    try (var engine = wiring.open(settings(data, true), (stage, done, total) -> {})) {
      assertThat(engine.search().search("Muse Spark API", TODAY, 3)).isNotEmpty();
      assertThat(engine.status().passages()).isGreaterThan(1_000);
    }

    try (var engine = wiring.open(settings(data, false), (stage, done, total) -> {})) {
      assertThat(engine.search().search("Muse Spark API", TODAY, 3)).isEmpty();
    }
    assertThat(results(data).keySet()).isEqualTo(before.keySet());
  }

  @Test
  void looking_at_a_folder_that_is_not_there_makes_none() {
    var data = root.resolve("data");

    assertThat(wiring.inspect(settings(data, true))).isEqualTo(IndexStatus.NONE);
    assertThat(data).doesNotExist();
  }

  @Test
  void a_damaged_index_is_reported_without_being_touched() throws IOException {
    var data = root.resolve("data");
    importArticles(data);
    var index = new DataFolder(data).index();
    try (var files = Files.newDirectoryStream(index, "segments_*")) {
      Files.write(files.iterator().next(), new byte[] {1, 2, 3});
    }
    var before = contents(index).keySet();

    assertThat(wiring.inspect(settings(data, true)).trouble())
        .hasValueSatisfying(
            trouble -> assertThat(trouble).contains("index").contains("builds it anew"));
    assertThat(contents(index).keySet()).isEqualTo(before);
  }

  @Test
  void a_data_folder_that_cannot_be_made_is_one_line() throws IOException {
    var file = Files.writeString(root.resolve("file"), "x");

    assertThatThrownBy(() -> wiring.open(settings(file, true), (stage, done, total) -> {}))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("not a directory");
  }

  private void importArticles(Path data) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < ARTICLES; i++) {
      var topic = TOPICS.get(i % TOPICS.size());
      lines.add(
          """
          {"id":"%d","title":"Report %d on %s","url":"https://example.org/%d",\
          "publisher":"Example News","published":"2026-06-03","body":"%s"}\
          """
              .formatted(
                  i, i, topic, i, (topic + " number " + i + " said so. ").repeat(i * 3 + 5)));
    }
    var file = Files.write(root.resolve("articles.jsonl"), lines);
    try (var engine = wiring.open(settings(data, false), (stage, done, total) -> {})) {
      assertThat(engine.importArticles(file, report -> {}).added()).isEqualTo(ARTICLES);
    }
  }

  private Map<String, List<ScoredPassage>> results(Path data) {
    try (var engine = wiring.open(settings(data, false), (stage, done, total) -> {})) {
      var results = new TreeMap<String, List<ScoredPassage>>();
      for (var topic : TOPICS) {
        results.put(topic, engine.search().search("news on " + topic + " number 3", TODAY, 10));
      }
      return results;
    }
  }

  private static String damage(Path index, Random random) throws IOException {
    var files = new ArrayList<>(contents(index).keySet());
    files.remove("write.lock");
    var name = files.get(random.nextInt(files.size()));
    var file = index.resolve(name);
    var bytes = Files.readAllBytes(file);
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(3)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(bytes, place));
      default -> {
        bytes[place] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
    }
    return name + " at " + place + " of " + bytes.length;
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static void restore(Path folder, Map<String, byte[]> contents) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    for (var file : contents.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static Settings settings(Path data, boolean curated) {
    return new Settings(
        data,
        curated,
        false,
        ZoneId.of("UTC"),
        ServiceSettings.DEFAULT,
        Optional.empty(),
        Map.of());
  }
}
