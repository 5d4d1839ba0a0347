package dev.footnote.core.retrieval;

import dev.footnote.core.data.FolderLock;
import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.core.retrieval.PassageIndex.Entry;
import dev.footnote.core.retrieval.PassageIndex.State;
import dev.footnote.core.retrieval.PassageIndex.Writer;
import dev.footnote.knowledge.ArticleStore;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Keeps a passage index equal to its sources. Whatever cuts it short, the index holds a state that
 * was right once, and the next run goes on from there: passages and the state they amount to are
 * committed as one.
 *
 * <p>One writes at a time, whichever process it is in. Safe for use by several threads.
 */
public final class PassageIndexer {

  /** Raise it whenever passages are cut, analysed, stored or embedded otherwise. */
  public static final int FORMAT = 2;

  /** How long another writer is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration COMMITS = Duration.ofSeconds(2);
  private static final int ARTICLES = 200;

  /** What is told while work goes on; it may be told by several threads. */
  @FunctionalInterface
  public interface Progress {

    /**
     * @param stage what is being done, in two or three words
     * @param total 0 while unknown
     */
    void at(String stage, long done, long total);
  }

  /**
   * What the index is to hold.
   *
   * @param curated the curated stories; empty to leave those that are inside as they are
   * @param store the identity of {@code articles}
   */
  public record Sources(Optional<KnowledgeBase> curated, ArticleStore articles, String store) {}

  private final PassageIndex index;
  private final Sources sources;
  private final VectorLookup packaged;
  private final EmbeddingCache cache;
  private final Turns turns;

  /**
   * @param packaged vectors of curated passages
   * @param lock tries to take the right to write to the index
   */
  public PassageIndexer(
      PassageIndex index,
      Sources sources,
      VectorLookup packaged,
      EmbeddingCache cache,
      Supplier<Optional<FolderLock>> lock) {
    this.index = index;
    this.sources = sources;
    this.packaged = packaged;
    this.cache = cache;
    this.turns = new Turns(lock);
  }

  /** Whether the index holds all that its sources do, vectors aside. */
  public boolean isCurrent() {
    State state = index.state();
    return state.format() == FORMAT
        && holdsCurated(state)
        && state.store().equals(sources.store())
        && state.sequence() == sources.articles().sequence();
  }

  /**
   * Brings the index up to date, but for vectors that are in neither cache; waits while somebody
   * else writes.
   *
   * @throws RetrieverUnavailableException if the other does not end within a minute
   */
  public void catchUp(Progress progress) {
    if (!isCurrent()) {
      turns.take(PATIENCE, () -> follow(progress));
    }
  }

  /**
   * As {@link #catchUp}, but while somebody else writes an index that can be used, goes on with
   * what is there.
   */
  public void catchUpUnlessBusy(Progress progress) {
    if (isCurrent()) {
      return;
    }
    State state = index.state();
    if (state.format() != FORMAT || !holdsCurated(state)) {
      catchUp(progress);
      return;
    }
    turns.takeIfFree(() -> follow(progress));
  }

  /**
   * Embeds every passage that has no vector, and returns when all have one or {@code cancelled}
   * says so. What was embedded is kept before anything else happens to it.
   */
  public void embed(Embedder embedder, Progress progress, BooleanSupplier cancelled) {
    new PassageEmbedding(index, cache, embedder, turns).run(progress, cancelled);
  }

  private boolean holdsCurated(State state) {
    return sources.curated().map(k -> k.fingerprint().equals(state.curated())).orElse(true);
  }

  private void follow(Progress progress) {
    try (Writer writer = index.writer()) {
      State state = index.state();
      if (state.format() != FORMAT) {
        writer.clear(Origin.CURATED);
        writer.clear(Origin.ARTICLE);
        state = new State(FORMAT, "", sources.store(), 0);
      }
      if (!state.store().equals(sources.store())
          || state.sequence() > sources.articles().sequence()) {
        writer.clear(Origin.ARTICLE);
        state = new State(FORMAT, state.curated(), sources.store(), 0);
      }
      if (!holdsCurated(state)) {
        state = curated(writer, state, progress);
      }
      articles(writer, state, progress);
    }
  }

  private State curated(Writer writer, State state, Progress progress) {
    KnowledgeBase knowledge = sources.curated().orElseThrow();
    writer.clear(Origin.CURATED);
    List<Story> stories = knowledge.stories();
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      List<Entry> entries = entries(PassageSplitter.split(story, knowledge), packaged);
      writer.replace(Origin.CURATED, story.id().value(), entries);
      progress.at("Indexing stories", i + 1L, stories.size());
    }
    State with = new State(FORMAT, knowledge.fingerprint(), state.store(), state.sequence());
    writer.commit(with);
    return with;
  }

  private void articles(Writer writer, State from, Progress progress) {
    ArticleStore articles = sources.articles();
    State state = from;
    long first = from.sequence();
    long newest = articles.sequence();
    long committed = System.nanoTime();
    List<ArticleStore.Change> changes = articles.changesAfter(first, ARTICLES);
    while (!changes.isEmpty()) {
      for (ArticleStore.Change change : changes) {
        String document = change.article().id().value();
        writer.replace(
            Origin.ARTICLE,
            document,
            entries(PassageSplitter.split(change.article()), VectorLookup.NONE));
        state = new State(FORMAT, state.curated(), state.store(), change.sequence());
      }
      newest = Math.max(newest, state.sequence());
      progress.at("Indexing articles", state.sequence() - first, newest - first);
      if (System.nanoTime() - committed > COMMITS.toNanos()) {
        writer.commit(state);
        committed = System.nanoTime();
      }
      changes = articles.changesAfter(state.sequence(), ARTICLES);
    }
    writer.commit(state);
  }

  private List<Entry> entries(List<Passage> passages, VectorLookup first) {
    var vectors = new HashMap<String, float[]>();
    var missing = new ArrayList<String>();
    for (Passage passage : passages) {
      String key = EmbeddedText.key(passage);
      first.find(key).ifPresentOrElse(v -> vectors.put(key, v), () -> missing.add(key));
    }
    Map<String, float[]> cached = missing.isEmpty() ? Map.of() : cache.find(missing);
    vectors.putAll(cached);
    return passages.stream()
        .map(p -> new Entry(p, Optional.ofNullable(vectors.get(EmbeddedText.key(p)))))
        .toList();
  }
}
