package dev.footnote.core.retrieval;

import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.TimeExpressions;
import dev.footnote.core.retrieval.SubQuery.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a query into searches: the whole of it, each side of a comparison, what it says about each
 * publisher it names, and its stretches between conjunctions.
 *
 * <p>Long questions join facts from several articles; searched as one, the words of one fact drown
 * the other's.
 */
public final class QueryPlanner {

  private static final double SIDE_WEIGHT = 0.6;
  private static final double CLAUSE_WEIGHT = 0.6;
  private static final double SEGMENT_WEIGHT = 0.8;

  /** Where one statement of a question ends and the next begins. */
  private static final Pattern JOINT =
      Pattern.compile(
          "[,;:?]\\s+|\\s+(?=(?:and|or|but|while|whereas|although|versus|vs\\.?|than|that|which|who"
              + "|whose|when|after|before|as)\\s)",
          Pattern.CASE_INSENSITIVE);

  /** A stretch of fewer words says too little to search for. */
  private static final int LEAST_WORDS = 4;

  private static final int MOST_CLAUSES = 6;
  private static final int MOST_SEGMENTS = 6;

  private QueryPlanner() {}

  /** The searches that {@code query} needs, the whole of it first. */
  public static List<SubQuery> plan(Query query) {
    var plan = new ArrayList<SubQuery>();
    plan.add(part(Role.WHOLE, query.text(), 1, List.of(), query));
    for (String side : query.sides()) {
      plan.add(part(Role.SIDE, side, SIDE_WEIGHT, List.of(), query));
    }
    plan.addAll(clauses(query));
    List<String> segments = segments(query.text());
    if (segments.size() > 1) {
      segments.stream()
          .limit(MOST_SEGMENTS)
          .forEach(s -> plan.add(part(Role.SEGMENT, s, SEGMENT_WEIGHT, List.of(), query)));
    }
    return plan;
  }

  private static SubQuery part(
      Role role, String text, double weight, List<String> publishers, Query query) {
    return new SubQuery(
        role, text, weight, publishers, TimeExpressions.read(text, query.today()).dates());
  }

  private static List<SubQuery> clauses(Query query) {
    List<Mention> publishers =
        query.mentions().stream()
            .filter(m -> m.kind() == Mention.Kind.PUBLISHER)
            .limit(MOST_CLAUSES)
            .toList();
    var clauses = new ArrayList<SubQuery>();
    int start = 0;
    for (int i = 0; i < publishers.size(); i++) {
      Mention publisher = publishers.get(i);
      int end =
          i + 1 < publishers.size()
              ? joint(query.text(), publisher.end(), publishers.get(i + 1).start())
              : query.text().length();
      String text = query.text().substring(start, end).strip();
      clauses.add(part(Role.CLAUSE, text, CLAUSE_WEIGHT, publisher.names(), query));
      start = end;
    }
    return clauses;
  }

  /** The last joint between two mentions, or the second one's start. */
  private static int joint(String text, int from, int to) {
    Matcher joint = JOINT.matcher(text).region(from, to);
    int last = -1;
    while (joint.find()) {
      last = joint.start();
    }
    return last < 0 ? to : last;
  }

  private static List<String> segments(String text) {
    var segments = new ArrayList<String>();
    for (String part : JOINT.split(text)) {
      if (part.strip().split("\\s+").length >= LEAST_WORDS) {
        segments.add(part.strip());
      }
    }
    return segments;
  }
}
