package dev.footnote.core.langchain4j;

import dev.footnote.core.langchain4j.PassageContent.By;
import dev.footnote.core.langchain4j.Search.Journey;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.Evidence;
import dev.footnote.core.retrieval.Fusion;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.core.retrieval.SubQuery;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Retrieval as a LangChain4j pipeline: a query transformer makes the searches, one content
 * retriever finds by words and one by meaning, an aggregator fuses. Whoever knows LangChain4j can
 * swap a part.
 */
public final class LangChain4jPassageRetriever implements PassageRetriever {

  /** How many passages each search brings to the fusion. */
  private static final int DEPTH = 100;

  private final PassageIndex index;
  private final RetrievalAugmentor pipeline;

  /**
   * @param executor runs the searches of one query side by side
   */
  public LangChain4jPassageRetriever(PassageIndex index, Embedder embedder, Executor executor) {
    this.index = index;
    ContentRetriever words = query -> byWords(index, query);
    ContentRetriever meaning = query -> byMeaning(index, embedder, query);
    this.pipeline =
        DefaultRetrievalAugmentor.builder()
            .queryTransformer(LangChain4jPassageRetriever::searches)
            .queryRouter(query ->
                Search.part(query).role() == SubQuery.Role.WHOLE && index.embedded() > 0
                    ? List.of(words, meaning)
                    : List.of(words))
            .contentAggregator(LangChain4jPassageRetriever::fuse)
            .contentInjector((contents, message) -> message)
            .executor(executor)
            .build();
  }

  @Override
  public Retrieval retrieve(Query query, int limit) {
    if (query.text().isBlank()) { // LangChain4j takes no blank query
      return new Retrieval(
          List.of(),
          Evidence.signals(query, List.of(), List.of(), index),
          Retrieval.Likeness.UNKNOWN);
    }
    var journey = new Journey(query, limit);
    var metadata = journey.metadata();
    List<ScoredPassage> passages =
        pipeline
            .augment(new AugmentationRequest(metadata.chatMessage(), metadata))
            .contents()
            .stream()
            .map(content -> ((PassageContent) content).scored())
            .toList();
    return new Retrieval(
        passages,
        Evidence.signals(query, journey.found(), passages, index),
        journey
            .vector()
            .<Retrieval.Likeness>map(vector -> some -> index.cosines(vector, some))
            .orElse(Retrieval.Likeness.UNKNOWN));
  }

  private static Collection<dev.langchain4j.rag.query.Query> searches(
      dev.langchain4j.rag.query.Query query) {
    return Journey.of(query).plan.stream()
        .<dev.langchain4j.rag.query.Query>map(part -> new Search(part, query.metadata()))
        .toList();
  }

  private static List<Content> byWords(PassageIndex index, dev.langchain4j.rag.query.Query query) {
    return PassageContent.all(
        By.WORDS,
        index.lexical(Evidence.terms(Search.part(query).text(), index), filter(query), DEPTH));
  }

  private static List<Content> byMeaning(
      PassageIndex index, Embedder embedder, dev.langchain4j.rag.query.Query query) {
    float[] vector = embedder.embedQuestion(Search.part(query).text());
    Journey.of(query).vector(vector);
    return PassageContent.all(By.MEANING, index.nearest(vector, filter(query), DEPTH));
  }

  private static PassageIndex.Filter filter(dev.langchain4j.rag.query.Query query) {
    return new PassageIndex.Filter(Journey.of(query).query.asOf(), Search.part(query).publishers());
  }

  private static List<Content> fuse(
      Map<dev.langchain4j.rag.query.Query, Collection<List<Content>>> contents) {
    if (contents.isEmpty()) {
      return List.of();
    }
    Journey journey = Journey.of(contents.keySet().iterator().next());
    var found = new ArrayList<Fusion.Found>();
    contents.forEach((query, lists) ->
        found.add(
            new Fusion.Found(Search.part(query), by(By.WORDS, lists), by(By.MEANING, lists))));
    // LangChain4j's map has no order of its own; ties must not depend on it.
    found.sort(Comparator.comparingInt(one -> journey.plan.indexOf(one.search())));
    journey.found(found);
    return PassageContent.all(By.FUSION, Fusion.fuse(journey.query, found, journey.limit));
  }

  private static List<ScoredPassage> by(By by, Collection<List<Content>> lists) {
    return lists.stream()
        .flatMap(List::stream)
        .map(PassageContent.class::cast)
        .filter(content -> content.by() == by)
        .map(PassageContent::scored)
        .toList();
  }
}
