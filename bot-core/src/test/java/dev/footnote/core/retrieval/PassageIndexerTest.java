package dev.footnote.core.retrieval;

import static dev.footnote.core.retrieval.IndexedFolder.SILENT;
import static dev.footnote.core.retrieval.IndexedFolder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.core.retrieval.PassageIndex.Filter;
import dev.footnote.core.retrieval.PassageIndex.State;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageIndexerTest {

  private static final KnowledgeBase STORIES = new SampleKnowledge();

  @TempDir private Path root;
  private final HashEmbedder embedder = new HashEmbedder();
  private IndexedFolder data;

  @BeforeEach
  void open() {
    data = IndexedFolder.open(root, embedder);
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void articles_are_found_by_their_words_at_once_and_by_meaning_once_embedded() {
    data.store.put(List.of(article("a", "wombat", 60), article("b", "numbat", 5)));
    data.indexer().catchUp(SILENT);

    assertThat(data.passages()).isEqualTo(data.expected(2)).hasSizeGreaterThan(4);
    assertThat(data.index.embedded()).isZero();

    data.embed();
    assertThat(data.index.embedded()).isEqualTo(data.index.size());
    Passage wanted = data.holding("numbat").get(0);
    float[] vector = embedder.embedQuestion(EmbeddedText.of(wanted));
    assertThat(data.index.nearest(vector, Filter.NONE, 1).get(0).passage()).isEqualTo(wanted);
  }

  @Test
  void catching_up_twice_changes_nothing() {
    data.store.put(List.of(article("a", "wombat", 60)));
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    State state = data.index.state();
    int size = data.index.size();
    var told = new ArrayList<String>();
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp((stage, d, t) -> told.add(stage));

    assertThat(data.index.state()).isEqualTo(state);
    assertThat(data.index.size()).isEqualTo(size);
    assertThat(told).isEmpty();
  }

  @Test
  void changed_stories_replace_the_former_ones_and_leave_articles_alone() {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    int before = data.index.size();
    Story gone = STORIES.stories().get(0);
    int its = PassageSplitter.split(gone, STORIES).size();
    data.indexer(Optional.of(without(gone)), VectorLookup.NONE).catchUp(SILENT);

    assertThat(data.index.size()).isEqualTo(before - its);
    assertThat(data.holding("wombat")).hasSize(1);
    assertThat(data.index.state().curated()).isEqualTo("changed");
  }

  @Test
  void an_article_that_was_revised_is_found_by_its_new_words_alone() {
    data.store.put(List.of(article("a", "wombat", 60), article("b", "numbat", 5)));
    data.indexer().catchUp(SILENT);
    data.embed();
    data.store.put(List.of(article("a", "quokka", 5)));
    data.indexer().catchUp(SILENT);

    assertThat(data.holding("wombat")).isEmpty();
    assertThat(data.holding("quokka")).hasSize(1);
    assertThat(data.passages()).isEqualTo(data.expected(3));
  }

  @Test
  void an_article_with_the_id_of_a_story_replaces_no_story() {
    Story story = STORIES.stories().get(0);
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    int stories = data.index.size();
    data.store.put(List.of(article(story.id().value(), "wombat", 5)));
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    data.embed();

    assertThat(data.index.size()).isEqualTo(stories + 1);
  }

  @Test
  void nothing_is_embedded_twice_even_if_the_index_is_lost() throws Exception {
    data.store.put(List.of(article("a", "wombat", 60)));
    data.indexer().catchUp(SILENT);
    data.embed();
    int once = embedder.embedded();
    data.close();
    deleteIndex();
    open();
    data.indexer().catchUp(SILENT);

    assertThat(data.index.embedded()).isEqualTo(data.index.size()).isEqualTo(once);
    assertThat(embedder.embedded()).isEqualTo(once);
  }

  @Test
  void packaged_vectors_are_taken_before_any_is_computed() {
    data.indexer(Optional.of(STORIES), key -> Optional.of(embedder.embedQuestion(key)))
        .catchUp(SILENT);

    assertThat(data.index.embedded()).isEqualTo(data.index.size()).isPositive();
    assertThat(embedder.embedded()).isZero();
  }

  @Test
  void a_folder_used_without_stories_gets_none_and_one_with_stories_keeps_them() {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.indexer().catchUp(SILENT);
    assertThat(data.index.size()).isEqualTo(1);

    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    State state = data.index.state();
    data.store.put(List.of(article("b", "Anvil", 5)));
    data.indexer().catchUp(SILENT);

    assertThat(data.index.state().curated()).isEqualTo(state.curated());
    var articles = new PassageView(data.index, Optional.of(Origin.ARTICLE), () -> true);
    var anvil = List.of(new PassageIndex.WeightedTerm("anvil", 1));
    assertThat(data.index.lexical(anvil, Filter.NONE, 100)).hasSizeGreaterThan(1);
    assertThat(articles.lexical(anvil, Filter.NONE, 100)).hasSize(1);
  }

  @Test
  void another_database_is_noticed_and_an_older_copy_of_the_same_one_too() throws Exception {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.close();
    Path database = data.folder.database();
    byte[] older = Files.readAllBytes(database);
    open();
    data.store.put(List.of(article("b", "numbat", 5), article("a", "quokka", 5)));
    data.indexer().catchUp(SILENT);
    data.close();

    Files.write(database, older);
    open();
    data.indexer().catchUp(SILENT);
    assertThat(data.passages()).isEqualTo(data.expected(1)).hasSize(1);
    data.close();

    Files.delete(database);
    open();
    data.store.put(List.of(article("c", "bilby", 5)));
    data.indexer().catchUp(SILENT);
    assertThat(data.passages()).extracting(Passage::document).containsExactly("c");
  }

  @Test
  void an_index_of_another_format_is_built_anew() {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);
    State state = data.index.state();
    int size = data.index.size();
    try (var writer = data.index.writer()) {
      writer.replace(Origin.ARTICLE, "ghost", entries(article("ghost", "spectre", 5)));
      writer.commit(new State(0, state.curated(), state.store(), state.sequence()));
    }
    data.indexer(Optional.of(STORIES), VectorLookup.NONE).catchUp(SILENT);

    assertThat(data.index.state()).isEqualTo(state);
    assertThat(data.index.size()).isEqualTo(size);
    assertThat(data.holding("spectre")).isEmpty();
  }

  @Test
  void embedding_stops_when_told_and_goes_on_without_doing_anything_twice() {
    data.store.put(IntStream.range(0, 200).mapToObj(n -> article("a" + n, "wombat", 20)).toList());
    data.indexer().catchUp(SILENT);
    data.indexer().embed(embedder, SILENT, () -> embedder.embedded() >= 150);
    int kept = data.index.embedded();
    assertThat(kept).isBetween(1, data.index.size() - 1);

    data.embed();
    assertThat(data.index.embedded()).isEqualTo(data.index.size());
    assertThat(embedder.embedded()).isBetween(data.index.size(), data.index.size() + 4);
  }

  @Test
  void while_another_writes_an_index_that_can_be_used_is_used_as_it_is() {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.indexer().catchUp(SILENT);
    data.store.put(List.of(article("b", "numbat", 5)));
    try (var other = data.folder.tryLockIndex().orElseThrow()) {
      data.indexer().catchUpUnlessBusy(SILENT);
      assertThat(data.holding("numbat")).isEmpty();
      assertThat(data.holding("wombat")).hasSize(1);
      assertThat(other).isNotNull();
    }
    data.indexer().catchUpUnlessBusy(SILENT);
    assertThat(data.holding("numbat")).hasSize(1);
  }

  @Test
  void what_another_opened_index_committed_is_followed_not_undone() {
    data.store.put(List.of(article("a", "wombat", 5)));
    data.indexer().catchUp(SILENT);
    try (var other = IndexedFolder.open(root, embedder)) {
      other.store.put(List.of(article("a", "quokka", 5)));
      other.indexer().catchUp(SILENT);
    }
    data.embed();

    assertThat(data.holding("wombat")).isEmpty();
    assertThat(data.holding("quokka")).hasSize(1);
    assertThat(data.index.embedded()).isEqualTo(data.index.size()).isEqualTo(1);
  }

  private static List<PassageIndex.Entry> entries(Article article) {
    return PassageSplitter.split(article).stream()
        .map(p -> new PassageIndex.Entry(p, Optional.empty()))
        .toList();
  }

  private static KnowledgeBase without(Story gone) {
    return (KnowledgeBase)
        Proxy.newProxyInstance(
            KnowledgeBase.class.getClassLoader(),
            new Class<?>[] {KnowledgeBase.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "fingerprint" -> "changed";
                  case "stories" ->
                      STORIES.stories().stream().filter(s -> !s.equals(gone)).toList();
                  default -> method.invoke(STORIES, arguments);
                });
  }

  private void deleteIndex() throws Exception {
    try (var files = Files.list(data.folder.index())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
