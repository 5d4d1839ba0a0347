package dev.footnote.core.retrieval;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The searchable passages of one data folder, rebuildable from the knowledge base and the article
 * store at any time. Safe for use by several threads; one process at a time writes.
 */
public interface PassageIndex extends AutoCloseable {

  /**
   * What the index was built from; it is up to date when this equals what there is.
   *
   * @param format of the stored passages and of the text analysis
   * @param curated the knowledge base's fingerprint; empty before the first
   * @param store the identity of the article store: sequences of different stores do not compare
   * @param sequence the article store's newest change that is inside
   */
  record State(int format, String curated, String store, long sequence) {

    /** What an empty index was built from. */
    public static final State NONE = new State(0, "", "", 0);
  }

  /** A passage with its vector, or without where none has been computed yet. */
  record Entry(Passage passage, Optional<float[]> vector) {}

  /**
   * Which passages may be found.
   *
   * @param lastDay the last day of publication that counts
   * @param publishers exact publisher names, one of which must have published it; empty for any
   * @param origin where they come from; empty for anywhere
   */
  record Filter(
      Optional<LocalDate> lastDay, List<String> publishers, Optional<Passage.Origin> origin) {

    public static final Filter NONE = new Filter(Optional.empty(), List.of());

    public Filter {
      publishers = List.copyOf(publishers);
    }

    public Filter(Optional<LocalDate> lastDay, List<String> publishers) {
      this(lastDay, publishers, Optional.empty());
    }

    /** The same, of one origin only. */
    public Filter of(Passage.Origin only) {
      return new Filter(lastDay, publishers, Optional.of(only));
    }
  }

  State state();

  /** The best {@code limit} passages by BM25 over head and text, best first; scores above 0. */
  List<ScoredPassage> lexical(Collection<WeightedTerm> terms, Filter filter, int limit);

  /** The nearest {@code limit} passages by cosine, nearest first; scores -1 to 1. */
  List<ScoredPassage> nearest(float[] vector, Filter filter, int limit);

  /** The cosine of each of {@code passages} to {@code vector}, by passage id, where it has one. */
  Map<String, Double> cosines(float[] vector, Collection<Passage> passages);

  /** The curated passages of {@code ids} that may be found, in no order. */
  List<Passage> curated(Collection<String> ids, Filter filter);

  /** A word as indexed, and how much it weighs in a query. */
  record WeightedTerm(String term, float weight) {}

  /** The words of {@code text} as they are indexed, in order, repeated ones repeated. */
  List<String> analyze(String text);

  /**
   * How rare a word is, as BM25 has it: above 0, higher is rarer; the highest for a word unknown.
   */
  double rarity(String term);

  /**
   * Whether some passage holds {@code term} or, from five letters on, one that differs by a letter.
   */
  boolean knows(String term);

  /**
   * {@code term} if some passage holds it or none holds a neighbouring spelling; else of those that
   * differ by a letter the one that most passages hold.
   */
  String spelling(String term);

  /** Names of the publishers of all passages with how many passages each has. */
  Map<String, Integer> publishers();

  /** Passages in it; {@link #embedded()} of them with a vector. */
  int size();

  int embedded();

  /** Passages that lack a vector, at most {@code limit}. */
  List<Passage> unembedded(int limit);

  /** Makes visible what other processes have committed. */
  void refresh();

  /**
   * Opens the one writer, and makes visible what the writer before it committed.
   *
   * @throws RetrieverUnavailableException if another process or thread has it
   */
  Writer writer();

  /** Changes the index. Nothing is seen, and nothing outlives the process, before a commit. */
  interface Writer extends AutoCloseable {

    /** Removes every passage of that document of that origin, then adds {@code entries}. */
    void replace(Passage.Origin origin, String document, List<Entry> entries);

    /** Adds the vectors to passages that are there, by passage. */
    void embed(Map<Passage, float[]> vectors);

    /** Removes all passages of one origin. */
    void clear(Passage.Origin origin);

    /** Makes every change durable and visible, and {@code state} with them. */
    void commit(State state);

    /** Drops what was not committed. */
    @Override
    void close();
  }

  @Override
  void close();
}
