package dev.footnote.core.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a comparison into its sides, each a text that can be searched on its own.
 *
 * <p>Every side is a name and what the sides share: "who raised more, Anthropic or OpenAI?" gives
 * "Anthropic raised" and "OpenAI raised".
 */
final class Comparisons {

  private static final Pattern CONNECTOR =
      Pattern.compile(
          "\\s*(?:,?\\s*(?:vs\\.?|versus|or|and|against|&|compared (?:to|with)|or is it|or was it)|,|/)"
              + "\\s*(?:the |is |was |did )?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FAR_CONNECTOR =
      Pattern.compile(
          "\\b(?:vs\\.?|versus|or|than|compared? (?:to|with)|against|before or after|(?:different|differ)"
              + " from|and how (?:does|do|is)|with|to|and)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXPLICIT_AND =
      Pattern.compile(
          "^\\W*compar|\\bcompar(?:e|ing|ison)\\b|\\bdiffer|\\bbetween\\b|\\bstack up\\b");

  /** "which came first, the firing of A or the launch of B?" */
  private static final Pattern ASKED_FIRST =
      Pattern.compile("^(?:which|what|who)\\b[^,:]{1,60}[,:] (?:the|when|its|their) .{1,120} or ");

  /** "what was first, A or B", "which came first A or B" */
  private static final Pattern FIRST =
      Pattern.compile(
          "^(?:which|what|who)\\b(?<lead>.{0,60}?)\\b(?:first|earlier|sooner)\\b[,:]? (?<a>.{2,80}?),? or"
              + " (?<b>.{2,80}?)(?<tail>)\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** A chain of events, which has no sides even where it says "versus". */
  private static final Pattern TOLD_IN_ORDER =
      Pattern.compile("^(?:the )?(?:order|timeline|time line|history|sequence|course) of\\b");

  /** What a side is told apart by ends with a figure, a letter or a version. */
  private static final Pattern FIGURE_OR_LETTER = Pattern.compile("(?:.*\\d.*|[A-Za-z])");

  private Comparisons() {}

  /** The sides of {@code text}, two or more; none if it holds nothing against anything. */
  static List<String> sides(
      String text, AnswerKind kind, List<Mention> mentions, List<String> unknownNames) {
    if (kind != AnswerKind.COMPARISON && kind != AnswerKind.TIMELINE) {
      return List.of();
    }
    String lower = Words.lower(text);
    boolean and = EXPLICIT_AND.matcher(lower).find();
    boolean order = lower.contains(" or ") || lower.contains(" vs") || and;
    if (TOLD_IN_ORDER.matcher(lower).find()) {
      return List.of();
    }
    List<String> shaped = Sides.of(text, written(text, mentions));
    if (shaped.size() >= 2 && Set.copyOf(shaped).size() == shaped.size()) {
      return shaped;
    }
    if (kind == AnswerKind.TIMELINE && !order) {
      return List.of();
    }
    List<Span> names = names(text, mentions, unknownNames);
    List<String> near =
        ASKED_FIRST.matcher(lower).find() || FIRST.matcher(lower).find()
            ? unnamed(text, lower)
            : adjacent(text, lower, names, and);
    if (near.isEmpty()) {
      near = apart(text, names, and);
    }
    if (near.isEmpty()) {
      near = unnamed(text, lower);
    }
    near = completed(near, text, mentions);
    return near.size() >= 2 && Set.copyOf(near).size() == near.size() ? near : List.of();
  }

  /** The kind of question that {@code text} is by the shape of its sides; empty if it has none. */
  static Optional<AnswerKind> asked(String text, List<Mention> mentions) {
    if (Sides.of(text, written(text, mentions)).size() < 2) {
      return Optional.empty();
    }
    return Optional.of(ORDER.matcher(text).find() ? AnswerKind.TIMELINE : AnswerKind.COMPARISON);
  }

  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)\\b(?:first|earlier|sooner|when|dates?|order|sequence|came out)\\b"
              + "|^(?:so |and )?(?:was|were|did|has|have|had|is)\\b.*\\b(?:before|after)\\b");

  private static List<String> written(String text, List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> m.kind() != Mention.Kind.TOPIC)
        .map(m -> text.substring(m.start(), m.end()))
        .toList();
  }

  /**
   * "series E vs series C size of Anthropic": what is asked of the last side is asked of each, and
   * a side without a name is about the others' name.
   */
  private static List<String> completed(List<String> sides, String text, List<Mention> mentions) {
    if (sides.size() < 2) {
      return sides;
    }
    List<String> names =
        mentions.stream()
            .filter(m -> m.kind() != Mention.Kind.TOPIC)
            .map(m -> text.substring(m.start(), m.end()))
            .toList();
    String lastSide = sides.get(sides.size() - 1);
    int named =
        names.stream()
            .filter(lastSide::contains)
            .mapToInt(n -> lastSide.lastIndexOf(n) + n.length())
            .max()
            .orElse(0);
    List<String> last = List.of(lastSide.substring(named).strip().split("\\s+"));
    int tail = last.size();
    while (tail > 0 && !FIGURE_OR_LETTER.matcher(last.get(tail - 1)).matches()) {
      tail--;
    }
    String asked = tail == 0 && named == 0 ? "" : String.join(" ", last.subList(tail, last.size()));
    String name = names.stream().filter(n -> sides.get(0).contains(n)).findFirst().orElse("");
    List<String> completed = new ArrayList<>();
    for (String side : sides) {
      String whole = names.stream().noneMatch(side::contains) ? (name + " " + side).strip() : side;
      completed.add(whole.contains(asked) ? whole : whole + " " + asked);
    }
    return completed;
  }

  private static List<Span> names(String text, List<Mention> mentions, List<String> unknownNames) {
    List<Span> names = new ArrayList<>();
    for (Mention m : mentions) {
      if (m.kind() != Mention.Kind.TOPIC) {
        names.add(new Span(m.start(), m.end()));
      }
    }
    for (String unknown : unknownNames) {
      int at = text.indexOf(unknown);
      if (at >= 0 && names.stream().noneMatch(s -> s.overlaps(at, at + unknown.length()))) {
        names.add(new Span(at, at + unknown.length()));
      }
    }
    names.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return names;
  }

  /** "X vs Y", "X, Y or Z": names with nothing but connectors between them. */
  private static List<String> adjacent(String text, String lower, List<Span> names, boolean and) {
    for (int i = 0; i + 1 < names.size(); i++) {
      int last = i;
      boolean connected = false;
      while (last + 1 < names.size()) {
        String between = lower.substring(names.get(last).end(), names.get(last + 1).start());
        if (!CONNECTOR.matcher(between).matches()) {
          break;
        }
        connected |= and || (!between.contains("and") && !between.strip().equals(","));
        last++;
      }
      if (last > i && connected) {
        String shared =
            SharedWords.of(text.substring(0, names.get(i).start()))
                + " "
                + SharedWords.of(possessive(text.substring(names.get(last).end())));
        List<String> sides = new ArrayList<>();
        for (Span name : names.subList(i, last + 1)) {
          sides.add(joined(text.substring(name.start(), name.end()), shared));
        }
        return sides;
      }
    }
    return List.of();
  }

  /** "X is cheaper than Y", "X's revenue vs Y's revenue": names with more between them. */
  private static List<String> apart(String text, List<Span> names, boolean and) {
    for (int i = 0; i + 1 < names.size(); i++) {
      Span a = names.get(i);
      Span b = names.get(i + 1);
      String between = text.substring(a.end(), b.start());
      Matcher connector = FAR_CONNECTOR.matcher(between);
      int start = -1;
      int end = -1;
      while (connector.find()) {
        boolean weak =
            Set.of("and", "to", "with").contains(connector.group().toLowerCase(Locale.ROOT));
        if (!weak || and) {
          start = connector.start();
          end = connector.end();
        }
      }
      if (start >= 0) {
        String before = SharedWords.of(text.substring(0, a.start()));
        String left = SharedWords.of(possessive(between.substring(0, start)));
        String lead = SharedWords.of(between.substring(end));
        String right = SharedWords.of(possessive(text.substring(b.end())));
        boolean own = !left.isEmpty() && !right.isEmpty() && !between.contains("than");
        String leftShared = own ? before + " " + left : before + " " + left + " " + right;
        String rightShared =
            own
                ? before + " " + lead + " " + right
                : before + " " + left + " " + lead + " " + right;
        return List.of(
            joined(text.substring(a.start(), a.end()), leftShared),
            joined(text.substring(b.start(), b.end()), rightShared));
      }
    }
    return List.of();
  }

  private static final Pattern CHOICE =
      Pattern.compile(
          "^(?<lead>[^,:]*[,:] ?)?(?<a>[^,:?]{2,80}?),? (?:or|vs\\.?|versus) (?<b>[^,:?]{2,80}?)"
              + "(?<tail>[,:] ?[^?]*)?\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPARE =
      Pattern.compile(
          "\\b(?:compare|between|comparison of) (?<a>.{2,80}?),? (?:and|with|to|vs\\.?|versus)"
              + " (?<b>.{2,80}?)(?<tail> (?:on|in terms of|regarding|by|for|in) [^?]*)?\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_OR_AFTER =
      Pattern.compile(
          "^(?:did|was|were|has|have) (?<a>.{2,100}?) (?<tail>)before or after (?<b>.{2,100}?)\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** Sides that no list knows, told apart by the shape of the sentence. */
  private static List<String> unnamed(String text, String lower) {
    for (Pattern shape : List.of(FIRST, BEFORE_OR_AFTER, COMPARE, CHOICE)) {
      Matcher match = shape.matcher(text);
      if (match.find()
          && (shape != COMPARE || lower.contains("compar") || lower.contains("differ"))) {
        String lead = match.namedGroups().containsKey("lead") ? match.group("lead") : null;
        String tail = match.group("tail");
        String shared =
            SharedWords.of((lead == null ? "" : lead) + " " + (tail == null ? "" : tail));
        return List.of(joined(match.group("a"), shared), joined(match.group("b"), shared));
      }
    }
    return List.of();
  }

  private static String possessive(String tail) {
    return tail.replaceFirst("^['’]s\\b", "");
  }

  private static String joined(String name, String shared) {
    String rest = shared.strip().replaceAll("\\s+", " ");
    return rest.isEmpty() ? name.strip() : name.strip() + " " + rest;
  }
}
