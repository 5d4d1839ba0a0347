package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides before anything is written whether the evidence is about what was asked. */
final class Judge {

  /** Why not, and what is missing. */
  record Refusal(Abstention reason, Optional<String> detail) {}

  /** So much of the entities a sentence must name to be about them. */
  private static final double ABOUT = 0.75;

  /** From so many content words on a question is judged as a long one. */
  private static final int LONG = 9;

  /**
   * With a nearest passage farther than this and no name in it, a question is about other things.
   */
  private static final double OFF_TOPIC = 0.6;

  private final PassageIndex index;
  private final SupportReader support;

  Judge(PassageIndex index, SupportReader support) {
    this.index = index;
    this.support = support;
  }

  /** Why {@code query} is not answered from {@code evidence}, best first; empty if it is. */
  Optional<Refusal> refusal(
      Query query, Retrieval retrieval, Optional<Retrieval> context, List<Scored> evidence) {
    Optional<String> silent = silentPublisher(query);
    if (silent.isPresent()) {
      return refuse(Abstention.NOTHING_ON_FILE, "I have nothing by " + silent.get() + ".");
    }
    boolean future = isFuture(query);
    if (future && query.window().from().map(f -> f.isAfter(query.today())).orElse(false)) {
      return refuse(Abstention.IN_THE_FUTURE);
    }
    if (evidence.isEmpty()) {
      return refuse(outside(query, retrieval.signals()));
    }
    QueryWords words = QueryWords.of(query, index);
    if (words.content().size() >= LONG) {
      return Confidence.ofLong(retrieval.signals()) < 0
          ? refuse(outside(query, retrieval.signals()))
          : Optional.empty();
    }
    Support shown =
        support.read(
            query, words, retrieval.signals(), context.map(Retrieval::signals), evidence, future);
    boolean onlyNames = words.content().isEmpty() && !query.entities().isEmpty();
    return onlyNames && !future && shown.entities() > 0 ? Optional.empty() : refusal(shown);
  }

  private static Optional<Refusal> refusal(Support support) {
    if (support.isUntoldBetweenTwo()) {
      return refuse(Abstention.FALSE_PREMISE);
    }
    if (Confidence.ofShort(support) >= 0) {
      return Optional.empty();
    }
    if (support.future()) {
      return refuse(Abstention.IN_THE_FUTURE);
    }
    boolean untold = support.acts() < 1 || support.entities() < ABOUT;
    return refuse(
        untold && support.named()
            ? Abstention.FALSE_PREMISE
            : outside(support.query(), support.signals()));
  }

  /** Whether it asks what is to come: not where it asks what was said of it by a past day. */
  private static boolean isFuture(Query query) {
    return query.future() && query.window().to().map(to -> to.isAfter(query.today())).orElse(true);
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

  private static Abstention outside(Query query, Signals signals) {
    boolean named = !query.mentions().isEmpty() || !query.unknownNames().isEmpty();
    return named || signals.cosine() >= OFF_TOPIC
        ? Abstention.NOTHING_ON_FILE
        : Abstention.NOT_AI_NEWS;
  }
}
