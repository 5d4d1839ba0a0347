package dev.footnote.core.retrieval;

import dev.footnote.core.retrieval.Passage.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The part of an index that is to be searched. What is left out still counts for how rare a word
 * is. It does not own the index: closing it does nothing.
 */
public final class PassageView implements PassageIndex {

  private final PassageIndex index;
  private final Optional<Origin> only;
  private final BooleanSupplier meaning;

  /**
   * @param only where passages come from; empty for anywhere
   * @param meaning whether passages can be found by meaning
   */
  public PassageView(PassageIndex index, Optional<Origin> only, BooleanSupplier meaning) {
    this.index = index;
    this.only = only;
    this.meaning = meaning;
  }

  private Filter within(Filter filter) {
    return only.map(filter::of).orElse(filter);
  }

  @Override
  public State state() {
    return index.state();
  }

  @Override
  public List<ScoredPassage> lexical(Collection<WeightedTerm> terms, Filter filter, int limit) {
    return index.lexical(terms, within(filter), limit);
  }

  @Override
  public List<ScoredPassage> nearest(float[] vector, Filter filter, int limit) {
    return index.nearest(vector, within(filter), limit);
  }

  @Override
  public Map<String, Double> cosines(float[] vector, Collection<Passage> passages) {
    return index.cosines(vector, passages);
  }

  @Override
  public List<Passage> curated(Collection<String> ids, Filter filter) {
    return index.curated(ids, within(filter));
  }

  @Override
  public List<String> analyze(String text) {
    return index.analyze(text);
  }

  @Override
  public double rarity(String term) {
    return index.rarity(term);
  }

  @Override
  public boolean knows(String term) {
    return index.knows(term);
  }

  @Override
  public String spelling(String term) {
    return index.spelling(term);
  }

  @Override
  public Map<String, Integer> publishers() {
    return index.publishers();
  }

  @Override
  public int size() {
    return index.size();
  }

  /** None where nothing can be found by meaning. */
  @Override
  public int embedded() {
    return meaning.getAsBoolean() ? index.embedded() : 0;
  }

  @Override
  public List<Passage> unembedded(int limit) {
    return index.unembedded(limit);
  }

  @Override
  public void refresh() {
    index.refresh();
  }

  @Override
  public Writer writer() {
    return index.writer();
  }

  @Override
  public void close() {
    // The index is its opener's to close.
  }
}
