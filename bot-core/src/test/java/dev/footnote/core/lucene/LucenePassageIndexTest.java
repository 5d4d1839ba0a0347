package dev.footnote.core.lucene;

import static dev.footnote.core.retrieval.Passages.DAY;
import static dev.footnote.core.retrieval.Passages.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.retrieval.EmbeddedText;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.IndexDamagedException;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageIndex.Entry;
import dev.footnote.core.retrieval.PassageIndex.Filter;
import dev.footnote.core.retrieval.PassageIndex.State;
import dev.footnote.core.retrieval.PassageIndex.WeightedTerm;
import dev.footnote.core.retrieval.RetrieverUnavailableException;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.core.retrieval.WordsEmbedder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest {

  private static final State STATE = new State(3, "f00", "store", 42);

  private static final Passage WOMBAT = passage("w", 0, "The wombat digs.", "The Letter", DAY);
  private static final Passage NUMBAT = passage("n", 0, "The numbat eats termites.");
  private static final Passage QUOKKA =
      passage("q", 0, "The quokka smiles.", "The Gazette", DAY.plusDays(3));

  @TempDir private Path folder;
  private PassageIndex index;
  private final Embedder embedder = new WordsEmbedder();

  @BeforeEach
  void open() {
    index = LucenePassageIndex.open(folder);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void a_new_index_is_empty_and_knows_nothing() {
    assertThat(index.size()).isZero();
    assertThat(index.embedded()).isZero();
    assertThat(index.state()).isEqualTo(State.NONE);
    assertThat(index.publishers()).isEmpty();
    assertThat(index.knows("wombat")).isFalse();
    assertThat(index.rarity("wombat")).isPositive();
    assertThat(find("wombat")).isEmpty();
    assertThat(index.nearest(embedder.embedQuestion("wombat"), Filter.NONE, 5)).isEmpty();
    assertThat(index.unembedded(5)).isEmpty();
  }

  @Test
  void a_passage_comes_back_as_it_went_in() {
    var rich =
        new Passage(
            "2026/04/a#1",
            "2026/04/a",
            Origin.CURATED,
            "Tïtle “x”",
            List.of("One", "Two"),
            Optional.of(URI.create("https://one.example/a?b=c")),
            DAY,
            DAY.minusDays(400),
            List.of("acme", "anvil"),
            "Wombats\n\t“dig” 🙂.",
            1);
    write(rich, WOMBAT);

    assertThat(find("dig")).containsExactlyInAnyOrder(rich, WOMBAT);
  }

  @Test
  void what_is_committed_survives_with_its_state() {
    write(WOMBAT, NUMBAT);
    index.close();
    open();

    assertThat(index.state()).isEqualTo(STATE);
    assertThat(find("numbat")).containsExactly(NUMBAT);
    assertThat(index.publishers()).isEqualTo(Map.of("The Letter", 1, "The Daily Paper", 1));
  }

  @Test
  void what_is_not_committed_is_not_seen_and_does_not_survive() {
    write(WOMBAT);
    try (var writer = index.writer()) {
      writer.replace(Origin.ARTICLE, "n", entries(NUMBAT));
      writer.clear(Origin.CURATED);
      index.refresh();
      assertThat(find("numbat")).isEmpty();
    }
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.state()).isEqualTo(STATE);
  }

  @Test
  void a_commit_is_seen_by_another_that_opened_before_once_it_refreshes() {
    try (var other = LucenePassageIndex.open(folder)) {
      write(WOMBAT);
      assertThat(other.size()).isZero();
      other.refresh();
      assertThat(other.size()).isEqualTo(1);
      assertThat(other.state()).isEqualTo(STATE);
    }
  }

  @Test
  void a_document_is_replaced_whole() {
    write(passage("w", 0, "The wombat."), passage("w", 1, "The bandicoot."), NUMBAT);
    try (var writer = index.writer()) {
      writer.replace(Origin.ARTICLE, "w", entries(passage("w", 0, "The bilby.")));
      writer.commit(STATE);
    }
    assertThat(find("wombat bandicoot")).isEmpty();
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void a_document_is_removed_by_replacing_it_with_nothing() {
    write(WOMBAT, NUMBAT);
    try (var writer = index.writer()) {
      writer.replace(Origin.ARTICLE, "w", List.of());
      writer.commit(STATE);
    }
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void a_document_of_another_origin_with_the_same_id_stays() {
    write(WOMBAT);
    try (var writer = index.writer()) {
      writer.replace(Origin.CURATED, "w", List.of());
      writer.commit(STATE);
    }
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void one_origin_is_cleared_and_the_other_stays() {
    Passage curated = curated(WOMBAT);
    write(curated, NUMBAT);
    try (var writer = index.writer()) {
      writer.clear(Origin.CURATED);
      writer.commit(STATE);
    }
    assertThat(find("wombat numbat")).containsExactly(NUMBAT);
  }

  @Test
  void embedding_adds_the_vector_and_keeps_the_passage() {
    write(WOMBAT, NUMBAT, QUOKKA);
    assertThat(index.unembedded(10)).hasSize(3);
    assertThat(index.unembedded(2)).hasSize(2);
    embed(WOMBAT, NUMBAT);

    assertThat(index.size()).isEqualTo(3);
    assertThat(index.embedded()).isEqualTo(2);
    assertThat(index.unembedded(10)).containsExactly(QUOKKA);
    assertThat(find("wombat")).containsExactly(WOMBAT);
    List<ScoredPassage> nearest =
        index.nearest(embedder.embedQuestion(EmbeddedText.of(NUMBAT)), Filter.NONE, 5);
    assertThat(nearest).extracting(ScoredPassage::passage).containsExactly(NUMBAT, WOMBAT);
    assertThat(nearest.get(0).score()).isBetween(0.99, 1.01);
    assertThat(nearest.get(1).score()).isLessThan(nearest.get(0).score());
  }

  @Test
  void any_passage_with_a_vector_has_a_cosine_whether_found_or_not() {
    write(WOMBAT, NUMBAT);
    embed(WOMBAT, NUMBAT);
    write(QUOKKA);
    float[] numbat = embedder.embedQuestion(EmbeddedText.of(NUMBAT));

    var cosines = index.cosines(numbat, List.of(QUOKKA, WOMBAT, NUMBAT));

    assertThat(cosines).containsOnlyKeys(WOMBAT.id(), NUMBAT.id());
    assertThat(cosines.get(NUMBAT.id())).isBetween(0.99, 1.01);
    assertThat(cosines.get(WOMBAT.id())).isLessThan(0.99);
    assertThat(index.cosines(numbat, List.of())).isEmpty();
  }

  @Test
  void a_misspelt_word_is_spelt_as_most_passages_have_it() {
    write(WOMBAT, NUMBAT, passage("w2", 0, "Another wombat."), passage("c", 0, "The combat."));

    assertThat(index.spelling("wombat")).isEqualTo("wombat");
    assertThat(index.spelling("wombot")).isEqualTo("wombat");
    assertThat(index.spelling("wxmbxt")).isEqualTo("wxmbxt");
    assertThat(index.spelling("cas")).isEqualTo("cas");
  }

  @Test
  void nothing_later_than_the_last_day_is_found_by_words_or_by_meaning() {
    write(WOMBAT, QUOKKA);
    embed(WOMBAT, QUOKKA);
    var until = new Filter(Optional.of(DAY), List.of());
    float[] quokka = embedder.embedQuestion("quokka");

    assertThat(find("quokka wombat", until)).containsExactly(WOMBAT);
    assertThat(index.nearest(quokka, until, 5))
        .extracting(ScoredPassage::passage)
        .containsExactly(WOMBAT);
    assertThat(find("quokka", new Filter(Optional.of(DAY.plusDays(3)), List.of())))
        .containsExactly(QUOKKA);
  }

  @Test
  void only_the_wanted_publishers_and_origin_are_found() {
    Passage curated = curated(NUMBAT);
    write(WOMBAT, curated, QUOKKA);

    assertThat(find("wombat numbat quokka", new Filter(Optional.empty(), List.of("The Letter"))))
        .containsExactly(WOMBAT);
    assertThat(
            find(
                "wombat numbat quokka",
                new Filter(Optional.of(DAY), List.of("The Letter", "The Gazette"))))
        .containsExactly(WOMBAT);
    assertThat(find("wombat numbat quokka", Filter.NONE.of(Origin.CURATED)))
        .containsExactly(curated);
    assertThat(find("wombat", new Filter(Optional.empty(), List.of("Nobody")))).isEmpty();
  }

  @Test
  void words_are_found_in_the_head_too_and_the_rarer_word_weighs_more() {
    write(WOMBAT, NUMBAT, QUOKKA);

    assertThat(find("gazette")).containsExactly(QUOKKA);
    assertThat(find("headline")).hasSize(3);
    assertThat(find("headline termites")).first().isEqualTo(NUMBAT);
    assertThat(index.rarity("wombat"))
        .isGreaterThan(index.rarity("headlin"))
        .isLessThanOrEqualTo(index.rarity("kookaburra"));
  }

  @Test
  void no_more_than_wanted_are_found_best_first() {
    for (int n = 0; n < 20; n++) {
      write(passage("d" + n, 0, "wombat ".repeat(n + 1) + "filler ".repeat(20 - n)));
    }
    List<ScoredPassage> found = index.lexical(terms("wombat"), Filter.NONE, 5);

    assertThat(found).hasSize(5).allMatch(s -> s.score() > 0);
    assertThat(found).extracting(s -> -s.score()).isSorted();
  }

  @Test
  void a_word_is_known_in_a_neighbouring_spelling_if_it_is_long_enough() {
    write(WOMBAT, passage("c", 0, "The cat."));

    assertThat(index.knows("wombat")).isTrue();
    assertThat(index.knows("wombot")).isTrue();
    assertThat(index.knows("wobmat")).isTrue();
    assertThat(index.knows("wxmbxt")).isFalse();
    assertThat(index.knows("cat")).isTrue();
    assertThat(index.knows("cas")).isFalse();
    assertThat(index.knows("x".repeat(500))).isFalse();
    assertThat(index.knows("*")).isFalse();
  }

  @Test
  void words_are_analysed_alike_whatever_their_case_accents_and_endings() {
    assertThat(index.analyze("Rélease's")).isEqualTo(index.analyze("release"));
    assertThat(index.analyze("acquisitions ACQUISITION")).containsOnly("acquisit");
    assertThat(index.analyze("the and of ?!")).isEmpty();
  }

  @Test
  void thousands_of_words_are_searched_without_complaint() {
    write(WOMBAT);
    var many = IntStream.range(0, 5_000).mapToObj(n -> new WeightedTerm("word" + n, 1)).toList();

    assertThat(index.lexical(many, Filter.NONE, 5)).isEmpty();
    assertThat(index.lexical(List.of(), Filter.NONE, 5)).isEmpty();
  }

  @Test
  void a_second_writer_is_refused_and_told_what_to_do() {
    try (var writer = index.writer();
        var other = LucenePassageIndex.open(folder)) {
      assertThat(writer).isNotNull();
      assertThatThrownBy(other::writer)
          .isInstanceOf(RetrieverUnavailableException.class)
          .hasMessageContaining("another process is writing")
          .hasMessageContaining("try again");
    }
    index.writer().close();
  }

  @Test
  void a_file_changed_in_any_place_is_noticed_on_opening() throws Exception {
    write(WOMBAT, NUMBAT, QUOKKA);
    embed(WOMBAT);
    index.close();
    var random = new Random(3);
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 12 && whole.length > 0; i++) {
        byte[] damaged = whole.clone();
        damaged[i < 4 ? i % whole.length : random.nextInt(whole.length)] ^= (byte) 0x55;
        Files.write(file, damaged);
        assertDamaged(file);
      }
      for (int length : new int[] {0, whole.length / 2, whole.length - 1}) {
        if (whole.length > 0) {
          Files.write(file, Arrays.copyOf(whole, length));
          assertDamaged(file);
        }
      }
      Files.write(file, whole);
    }
    open();
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void a_file_that_is_missing_is_noticed_on_opening() throws Exception {
    write(WOMBAT, NUMBAT);
    index.close();
    for (Path file : files()) {
      if (!file.getFileName().toString().startsWith("segments_")) {
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        assertDamaged(file);
        Files.write(file, whole);
      }
    }
    open();
  }

  @Test
  void a_folder_that_is_a_file_is_unavailable_not_damaged() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> LucenePassageIndex.open(file))
        .isInstanceOf(RetrieverUnavailableException.class)
        .hasMessageContaining("file");
  }

  private void assertDamaged(Path file) {
    assertThatThrownBy(() -> LucenePassageIndex.open(folder).close())
        .as(file.getFileName().toString())
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining(folder.toString());
  }

  private List<Path> files() throws Exception {
    try (var all = Files.list(folder)) {
      return all.filter(f -> !f.endsWith("write.lock")).sorted().toList();
    }
  }

  private void write(Passage... passages) {
    try (var writer = index.writer()) {
      Arrays.stream(passages)
          .collect(java.util.stream.Collectors.groupingBy(Passage::document))
          .forEach((document, its) ->
              writer.replace(its.get(0).origin(), document, entries(its.toArray(Passage[]::new))));
      writer.commit(STATE);
    }
  }

  private void embed(Passage... passages) {
    try (var writer = index.writer()) {
      for (Passage passage : passages) {
        writer.embed(Map.of(passage, embedder.embedPassage(EmbeddedText.of(passage))));
      }
      writer.commit(STATE);
    }
  }

  private static Passage curated(Passage passage) {
    return new Passage(
        passage.id(),
        passage.document(),
        Origin.CURATED,
        passage.title(),
        passage.publishers(),
        passage.url(),
        passage.published(),
        passage.day(),
        passage.entities(),
        passage.text(),
        passage.ordinal());
  }

  private static List<Entry> entries(Passage... passages) {
    return Arrays.stream(passages).map(p -> new Entry(p, Optional.empty())).toList();
  }

  private List<Passage> find(String words) {
    return find(words, Filter.NONE);
  }

  private List<Passage> find(String words, Filter filter) {
    return index.lexical(terms(words), filter, 10).stream().map(ScoredPassage::passage).toList();
  }

  private List<WeightedTerm> terms(String words) {
    return index.analyze(words).stream().map(t -> new WeightedTerm(t, 1)).toList();
  }
}
