package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides before anything is written whether the evidence is about what was asked. */
final class Judge {

  /** Why not, and what is missing. */
  record Refusal(Abstention reason, Optional<String> detail) {}

  /**
   * Logistic regression of "answerable" on the signals of the even half of MultiHop-RAG's dev
   * questions; docs/benchmarks.md has the fit, its test on the odd half and the command.
   */
  private static final double INTERCEPT = -21.6;

  private static final double BY_COSINE = 21.6;
  private static final double BY_LEXICAL = 5.1;
  private static final double BY_COVERAGE = 20.7;
  private static final double BY_NAMES = 3.6;

  /** The same without embeddings. */
  private static final double LEXICAL_INTERCEPT = -8.9;

  private static final double LEXICAL_BY_LEXICAL = 13.5;
  private static final double LEXICAL_BY_COVERAGE = 23.4;
  private static final double LEXICAL_BY_NAMES = 3.9;

  private final PassageIndex index;
  private final EventWords events;

  Judge(PassageIndex index, EventWords events) {
    this.index = index;
    this.events = events;
  }

  /** Why {@code query} is not answered from {@code evidence}, best first; empty if it is. */
  Optional<Refusal> refusal(Query query, Retrieval retrieval, List<Scored> evidence) {
    Optional<String> silent = silentPublisher(query);
    if (silent.isPresent()) {
      return refuse(Abstention.NOTHING_ON_FILE, "I have nothing by " + silent.get() + ".");
    }
    if (evidence.isEmpty()) {
      return refuse(outside(query));
    }
    if (query.future() && !foretold(evidence)) {
      return refuse(Abstention.IN_THE_FUTURE);
    }
    if (confidence(retrieval.signals()) < 0) {
      return refuse(outside(query));
    }
    return Optional.empty();
  }

  /** Above 0 the evidence is more likely about the question than not. */
  static double confidence(Signals signals) {
    if (Double.isNaN(signals.cosine())) {
      return LEXICAL_INTERCEPT
          + LEXICAL_BY_LEXICAL * signals.lexical()
          + LEXICAL_BY_COVERAGE * signals.coverage()
          + LEXICAL_BY_NAMES * signals.names();
    }
    return INTERCEPT
        + BY_COSINE * signals.cosine()
        + BY_LEXICAL * signals.lexical()
        + BY_COVERAGE * signals.coverage()
        + BY_NAMES * signals.names();
  }

  private static Optional<Refusal> refuse(Abstention reason) {
    return Optional.of(new Refusal(reason, Optional.empty()));
  }

  private static Optional<Refusal> refuse(Abstention reason, String detail) {
    return Optional.of(new Refusal(reason, Optional.of(detail)));
  }

  /** A publisher that the question asks about and that nothing on file is by. */
  private Optional<String> silentPublisher(Query query) {
    Set<String> known = index.publishers().keySet();
    return query.mentions().stream()
        .filter(m -> m.kind() == Mention.Kind.PUBLISHER)
        .filter(m -> m.names().stream().noneMatch(known::contains))
        .map(Mention::name)
        .findFirst();
  }

  private Abstention outside(Query query) {
    boolean named = !query.entities().isEmpty() || !query.topics().isEmpty();
    return named || !query.unknownNames().isEmpty()
        ? Abstention.NOTHING_ON_FILE
        : Abstention.NOT_AI_NEWS;
  }

  private static boolean foretold(List<Scored> evidence) {
    return evidence.get(0).coverage() >= 0.5;
  }

  /** The acts that the query names and no sentence about its entities does. */
  List<String> unsupportedActs(Query query, List<Scored> evidence) {
    QueryWords words = QueryWords.of(query, index);
    Set<String> said = new HashSet<>();
    for (Scored one : evidence) {
      if (one.entities() >= 0.8) {
        said.addAll(index.analyze(one.candidate().context()));
      }
    }
    return words.acts(events).stream().filter(act -> !events.says(said, act)).toList();
  }
}
