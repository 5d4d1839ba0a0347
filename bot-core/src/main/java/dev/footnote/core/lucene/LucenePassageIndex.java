package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.IndexDamagedException;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.RetrieverUnavailableException;
import dev.footnote.core.retrieval.ScoredPassage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** The passage index on Lucene: BM25 over head and text, HNSW over embeddings. */
public final class LucenePassageIndex implements PassageIndex {

  /**
   * The nearest are sought among so many more than asked for: with k = 10 the graph finds .88 of
   * the true ten, with 50 .99 (measured on 100,000 vectors).
   */
  private static final int LEAST_CANDIDATES = 50;

  /** A shorter word with another letter is another word. */
  private static final int LEAST_MISSPELT = 5;

  private final Directory directory;
  private final PassageAnalyzer analyzer = new PassageAnalyzer();
  private final ReferenceManager<PassageSearcher> searchers;

  private LucenePassageIndex(Directory directory, ReferenceManager<PassageSearcher> searchers) {
    this.directory = directory;
    this.searchers = searchers;
  }

  /**
   * Opens the index in {@code folder}, an empty one where there is none.
   *
   * @throws IndexDamagedException if what is there cannot be trusted
   * @throws RetrieverUnavailableException if the folder cannot be read or written
   */
  public static LucenePassageIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(directory)) {
        LucenePassageWriter.create(directory);
      }
      IndexVerification.verify(directory);
      var searchers = new PassageSearcher.Manager(directory);
      return new LucenePassageIndex(directory, searchers);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException e) {
      throw new IndexDamagedException(folder + ": the index is damaged or of another version", e);
    } catch (java.io.EOFException | NoSuchFileException e) {
      throw new IndexDamagedException(folder + ": the index is incomplete", e);
    } catch (IOException e) {
      throw new RetrieverUnavailableException(folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public State state() {
    return searching(s -> LucenePassageWriter.state((DirectoryReader) s.getIndexReader()));
  }

  @Override
  public List<ScoredPassage> lexical(Collection<WeightedTerm> terms, Filter filter, int limit) {
    if (terms.isEmpty()) {
      return List.of();
    }
    var words = new BooleanQuery.Builder();
    terms.stream()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(t ->
            words.add(
                new BoostQuery(
                    new TermQuery(new Term(PassageDocuments.SEARCHED, t.term())), t.weight()),
                BooleanClause.Occur.SHOULD));
    Query query = words.build();
    Query allowed = AllowedPassages.by(filter);
    if (allowed != null) {
      query =
          new BooleanQuery.Builder()
              .add(query, BooleanClause.Occur.MUST)
              .add(allowed, BooleanClause.Occur.FILTER)
              .build();
    }
    return top(query, limit, 1, 0);
  }

  @Override
  public List<ScoredPassage> nearest(float[] vector, Filter filter, int limit) {
    var query =
        new KnnFloatVectorQuery(
            PassageDocuments.VECTOR,
            vector,
            Math.max(limit, LEAST_CANDIDATES),
            AllowedPassages.by(filter));
    return top(query, limit, 2, -1); // Lucene's score is (1 + cosine) / 2
  }

  @Override
  public Map<String, Double> cosines(float[] vector, Collection<Passage> passages) {
    var keys = passages.stream().map(p -> new BytesRef(PassageDocuments.key(p))).toList();
    var query = new TermInSetQuery(PassageDocuments.KEY, keys);
    return searching(searcher -> searcher.cosines(vector, query, keys.size()));
  }

  @Override
  public List<Passage> curated(Collection<String> ids, Filter filter) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var keys =
        ids.stream()
            .map(id -> new BytesRef(PassageDocuments.named(Passage.Origin.CURATED, id)))
            .toList();
    var query =
        new BooleanQuery.Builder()
            .add(new TermInSetQuery(PassageDocuments.KEY, keys), BooleanClause.Occur.FILTER);
    Query allowed = AllowedPassages.by(filter);
    if (allowed != null) {
      query.add(allowed, BooleanClause.Occur.FILTER);
    }
    return top(query.build(), keys.size(), 1, 0).stream().map(ScoredPassage::passage).toList();
  }

  private List<ScoredPassage> top(Query query, int limit, double factor, double summand) {
    return searching(searcher -> {
      var found = new ArrayList<ScoredPassage>();
      for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
        found.add(new ScoredPassage(searcher.passage(hit.doc), hit.score * factor + summand));
      }
      return found;
    });
  }

  @Override
  public List<String> analyze(String text) {
    return analyzer.words(text);
  }

  @Override
  public double rarity(String term) {
    return searching(searcher -> {
      IndexReader reader = searcher.getIndexReader();
      int frequency = reader.docFreq(new Term(PassageDocuments.SEARCHED, term));
      return Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
    });
  }

  @Override
  public boolean knows(String term) {
    var exact = new Term(PassageDocuments.SEARCHED, term);
    return searching(searcher ->
        searcher.getIndexReader().docFreq(exact) > 0
            || (term.length() >= LEAST_MISSPELT
                && searcher.count(new FuzzyQuery(exact, 1, 1)) > 0));
  }

  @Override
  public String spelling(String term) {
    var exact = new Term(PassageDocuments.SEARCHED, term);
    return searching(searcher -> {
      var terms = MultiTerms.getTerms(searcher.getIndexReader(), PassageDocuments.SEARCHED);
      boolean known = searcher.getIndexReader().docFreq(exact) > 0;
      if (known || terms == null || term.length() < LEAST_MISSPELT) {
        return term;
      }
      var near = new FuzzyTermsEnum(terms, exact, 1, 1, true);
      String best = term;
      int most = 0;
      for (BytesRef other = near.next(); other != null; other = near.next()) {
        if (near.docFreq() > most) {
          most = near.docFreq();
          best = other.utf8ToString();
        }
      }
      return best;
    });
  }

  @Override
  public Map<String, Integer> publishers() {
    return searching(searcher -> {
      var names = new LinkedHashMap<String, Integer>();
      var terms = MultiTerms.getTerms(searcher.getIndexReader(), PassageDocuments.PUBLISHER);
      if (terms != null) {
        var all = terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
          names.put(term.utf8ToString(), all.docFreq());
        }
      }
      return names;
    });
  }

  @Override
  public int size() {
    return searching(searcher -> searcher.getIndexReader().numDocs());
  }

  @Override
  public int embedded() {
    return searching(
        s -> s.getIndexReader().numDocs() - s.count(LucenePassageWriter.WITHOUT_VECTOR));
  }

  @Override
  public List<Passage> unembedded(int limit) {
    return top(LucenePassageWriter.WITHOUT_VECTOR, limit, 1, 0).stream()
        .map(ScoredPassage::passage)
        .toList();
  }

  @Override
  public Writer writer() {
    var writer = new LucenePassageWriter(directory, analyzer, this::refresh);
    refresh();
    return writer;
  }

  @Override
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new RetrieverUnavailableException("the index cannot be read anew", e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
      directory.close();
    } catch (IOException e) {
      throw new RetrieverUnavailableException("the index cannot be closed", e);
    }
  }

  private interface Search<T> {
    T with(PassageSearcher searcher) throws IOException;
  }

  private <T> T searching(Search<T> search) {
    try {
      PassageSearcher searcher = searchers.acquire();
      try {
        return search.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new RetrieverUnavailableException("the index cannot be read: " + e.getMessage(), e);
    }
  }
}
