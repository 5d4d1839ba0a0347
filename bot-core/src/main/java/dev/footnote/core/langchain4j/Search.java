package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.ExpectedQuestions.Nearest;
import dev.footnote.core.retrieval.Fusion;
import dev.footnote.core.retrieval.QueryPlanner;
import dev.footnote.core.retrieval.SubQuery;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One search of a plan, as a LangChain4j query that knows what it is part of. */
final class Search extends Query {

  /** What one retrieval carries through the pipeline, and brings back. */
  static final class Journey {

    private static final String KEY = "footnote.journey";

    final dev.footnote.core.question.Query query;
    final List<SubQuery> plan;
    final int limit;
    private volatile List<Fusion.Found> found = List.of();
    private volatile Optional<float[]> vector = Optional.empty();
    private volatile Nearest questions = Nearest.NONE;

    Journey(dev.footnote.core.question.Query query, int limit) {
      this.query = query;
      this.plan = QueryPlanner.plan(query);
      this.limit = limit;
    }

    Metadata metadata() {
      var parameters = new InvocationParameters();
      parameters.put(KEY, this);
      return Metadata.builder()
          .chatMessage(dev.langchain4j.data.message.UserMessage.from(" " + query.text()))
          .invocationContext(InvocationContext.builder().invocationParameters(parameters).build())
          .build();
    }

    static Journey of(Query query) {
      return query.metadata().invocationParameters().get(KEY);
    }

    List<Fusion.Found> found() {
      return found;
    }

    /** What the question was embedded as, if it was. */
    Optional<float[]> vector() {
      return vector;
    }

    void vector(float[] embedded) {
      vector = Optional.of(embedded);
    }

    /** The curators' questions nearest to it. */
    Nearest questions() {
      return questions;
    }

    void questions(Nearest nearest) {
      questions = nearest;
    }

    void found(List<Fusion.Found> all) {
      found = List.copyOf(all);
    }
  }

  private final SubQuery part;

  Search(SubQuery part, Metadata metadata) {
    super(part.text(), metadata);
    this.part = part;
  }

  static SubQuery part(Query query) {
    return ((Search) query).part;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Search search && part.equals(search.part);
  }

  @Override
  public int hashCode() {
    return part.hashCode();
  }
}
