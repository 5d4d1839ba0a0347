package dev.footnote.core.langchain4j;

import dev.footnote.core.langchain4j.PassageContent.By;
import dev.footnote.core.langchain4j.Search.Journey;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.Evidence;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.Fusion;
import dev.footnote.core.retrieval.Passage;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Retrieval as a LangChain4j pipeline: a query transformer makes the searches, one content
 * retriever finds by words and one by meaning, of passages and of the questions that curators
 * expect; an aggregator fuses. Whoever knows LangChain4j can swap a part.
 */
public final class LangChain4jPassageRetriever implements PassageRetriever {

  /** How many passages each search brings to the fusion. */
  private static final int DEPTH = 100;

  /** How many passages by the questions expected of them, and how like these must be. */
  private static final int EXPECTED = 20;

  private static final double LIKE = 0.6;

  private final PassageIndex index;
  private final RetrievalAugmentor pipeline;

  /**
   * @param questions that curators wrote, once they are at hand
   * @param executor runs the searches of one query side by side
   */
  public LangChain4jPassageRetriever(
      PassageIndex index,
      Embedder embedder,
      Supplier<ExpectedQuestions> questions,
      Executor executor) {
    this.index = index;
    ContentRetriever words = query -> byWords(index, query);
    ContentRetriever meaning = query -> byMeaning(index, embedder, questions.get(), query);
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
          Evidence.signals(query, List.of(), List.of(), 0, index),
          Retrieval.Likeness.UNKNOWN,
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
        Evidence.signals(query, journey.found(), passages, journey.questions().answered(), index),
        journey
            .vector()
            .<Retrieval.Likeness>map(vector -> some -> index.cosines(vector, some))
            .orElse(Retrieval.Likeness.UNKNOWN),
        some -> of(some, journey.questions().expected()));
  }

  private static Map<String, Double> of(Collection<Passage> some, Map<String, Double> expected) {
    return some.stream()
        .filter(p -> p.origin() == Passage.Origin.CURATED && expected.containsKey(p.id()))
        .collect(Collectors.toMap(Passage::id, p -> expected.get(p.id()), Math::max));
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
      PassageIndex index,
      Embedder embedder,
      ExpectedQuestions questions,
      dev.langchain4j.rag.query.Query query) {
    float[] vector = embedder.embedQuestion(Search.part(query).text());
    var near = questions.nearest(vector);
    Journey.of(query).vector(vector);
    Journey.of(query).questions(near);
    var contents =
        new ArrayList<>(
            PassageContent.all(By.MEANING, index.nearest(vector, filter(query), DEPTH)));
    contents.addAll(
        PassageContent.all(By.EXPECTED, expected(index, near.expected(), filter(query))));
    return contents;
  }

  /** The passages of which a question like the one asked was expected, likeliest first. */
  private static List<ScoredPassage> expected(
      PassageIndex index, Map<String, Double> cosines, PassageIndex.Filter filter) {
    List<String> ids =
        cosines.entrySet().stream()
            .filter(e -> e.getValue() >= LIKE)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(EXPECTED)
            .map(Map.Entry::getKey)
            .toList();
    return index.curated(ids, filter).stream()
        .map(p -> new ScoredPassage(p, cosines.getOrDefault(p.id(), 0.0)))
        .sorted(Comparator.comparingDouble(ScoredPassage::score).reversed())
        .toList();
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
            new Fusion.Found(
                Search.part(query),
                by(By.WORDS, lists),
                by(By.MEANING, lists),
                by(By.EXPECTED, lists))));
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
