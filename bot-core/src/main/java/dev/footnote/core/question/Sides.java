package dev.footnote.core.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sides of a short question by the shape of its sentence: "A or B, which is cheaper?". */
final class Sides {

  /** Longer questions are read by their names, {@link Comparisons}. */
  private static final int LONGEST = 160;

  private static final String OR = "(?:or|vs\\.?|versus|and|&|compared (?:to|with)|against)";

  /** "A or B, who got more from C?" */
  private static final Pattern NAMED_FIRST =
      Pattern.compile(
          "(?i)^(?<a>[^,:?]{2,60}?),? " + OR + " (?<b>[^,:?]{2,60}?) ?[,:;–-] ?(?:and )?"
              + "(?<tail>(?:which|who|what|how|when|where)\\b.{2,80})$");

  /** "How much are A and B each putting into C?" */
  private static final Pattern EACH =
      Pattern.compile(
          "(?i)^(?<lead>(?:how much|how many|what|when|where|why|who)\\b(?: more)?(?: \\w+)??)"
              + " (?:are|is|did|do|does|have|has|were|was|will|would|can) (?<a>[^,:?]{2,50}?) (?:and|&|or)"
              + " (?<b>[^,:?]{2,50}?) (?:each|both|respectively) (?<tail>.{2,80})$");

  /** "When did A happen and when did B?" */
  private static final Pattern WHENS =
      Pattern.compile(
          "(?i)^(?:(?<topic>[^,:?]{2,50}): ?)?when (?<a>.{2,60}?),? (?:and |or )?when (?<b>.{2,60})$");

  /** "A: this, that and a third thing" */
  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)^(?<topic>[^,:?]{2,50}): ?(?<a>[^,:?]{2,50}?), ?(?:(?<b>[^,:?]{2,50}?),? (?:and|then|or) )?"
              + "(?<c>[^,:?]{2,50})$");

  /** "A this year vs last year" */
  private static final Pattern HELD_AGAINST =
      Pattern.compile(
          "(?i)^(?:compare )?(?<a>[^,:?]{2,80}?) (?:vs\\.?|versus|compared (?:to|with)|against)"
              + " (?<b>[^,:?]{2,60})$");

  private static final Pattern AUXILIARY =
      Pattern.compile("(?i)^(?:did|was|were|is|are|has|have|had|does|do|will) ");

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b(?:in |for |of |since |by )?(?:(?:early|mid|late|end of) )?(?:(?:q[1-4]|h[12]|jan\\w*|feb\\w*|mar(?:ch)?"
              + "|apr\\w*|may|june?|july?|aug\\w*|sept?\\w*|oct\\w*|nov\\w*|dec\\w*) )?(?:19|20)\\d\\d\\b"
              + "|\\b(?:last|this|next) (?:year|quarter|month|week)\\b|\\b(?:in )?(?:january|february|march|april|may|june|july"
              + "|august|september|october|november|december)\\b");

  private Sides() {}

  /**
   * The sides of {@code text}, each to be searched for itself; none if no shape fits.
   *
   * @param names the names in it
   */
  static List<String> of(String text, List<String> names) {
    String plain = text.replaceAll("[?!.\\s]+$", "");
    if (plain.length() > LONGEST) {
      return List.of();
    }
    Matcher first = NAMED_FIRST.matcher(plain);
    if (first.matches()) {
      String shared = SharedWords.of(first.group("tail").replaceAll("(?i)\\b(?:each|both)\\b", ""));
      return List.of(side(first.group("a"), shared), side(first.group("b"), shared));
    }
    Matcher each = EACH.matcher(plain);
    if (each.matches()) {
      String shared = SharedWords.of(each.group("tail"));
      return List.of(side(each.group("a"), shared), side(each.group("b"), shared));
    }
    Matcher whens = WHENS.matcher(plain);
    if (whens.matches()) {
      return List.of(
          about(whens.group("topic"), whens.group("a"), names, plain),
          about(whens.group("topic"), whens.group("b"), names, plain));
    }
    Matcher listed = LISTED.matcher(plain);
    if (listed.matches()) {
      List<String> sides = new ArrayList<>();
      for (String part : List.of("a", "b", "c")) {
        Optional.ofNullable(listed.group(part))
            .ifPresent(p -> sides.add(about(listed.group("topic"), p, names, plain)));
      }
      return sides;
    }
    Matcher against = HELD_AGAINST.matcher(plain);
    if (against.matches() && isOneName(against, names)) {
      String a = against.group("a");
      String b = against.group("b");
      return List.of(a, (TIME.matcher(a).replaceAll(" ").strip() + " " + b).replaceAll("\\s+", " "));
    }
    return List.of();
  }

  /** Whether the second side names nothing: it is about what the first one names. */
  private static boolean isOneName(Matcher against, List<String> names) {
    return names.stream().anyMatch(against.group("a")::contains)
        && names.stream().noneMatch(against.group("b")::contains)
        && TIME.matcher(against.group("b")).find();
  }

  private static String side(String name, String shared) {
    String own = name.replaceFirst("(?i)^(?:between|compare|for|so|ok|hey|is|are|was|did) ", "");
    return (own.strip() + " " + shared).strip();
  }

  private static String about(String topic, String part, List<String> names, String whole) {
    String own = AUXILIARY.matcher(part.strip()).replaceFirst("").strip();
    if (topic != null) {
      return topic.strip() + " " + own.replaceAll("(?i)^(?:when|how|who) | (?:it|they|them)\\b", "");
    }
    boolean named = names.stream().anyMatch(own::contains) && !own.matches("(?i)(?:it|they) .*");
    String subject = names.stream().findFirst().filter(whole::contains).orElse("");
    return named ? own : (subject + " " + own.replaceAll("(?i)^(?:it|they) ", "")).strip();
  }
}
