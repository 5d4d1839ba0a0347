package dev.footnote.core.question;

import java.util.ArrayList;
import java.util.Arrays;
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
          "(?i)^(?<a>[^,:?]{2,60}?),? "
              + OR
              + " (?<b>[^,:?]{2,60}?) ?[,:;–-] ?(?:and )?"
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

  /** "Did A pay more for B than C paid for D?" */
  private static final Pattern THAN =
      Pattern.compile(
          "(?i)^(?:so |and |but )?(?:is|was|are|were|did|does|do|has|have|had|will) (?<a>.{2,80}?) than (?<b>.{2,80})$");

  /** "Was A there before B?" */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)^(?:so |and |but )?(?:was|were|did|has|have|had|is) (?<a>.{2,80}?),? (?:before|after|earlier than|prior to)"
              + " (?:or after )?(?<b>.{2,80}?)(?:,? or (?:after|before))?$");

  /** "IPO price per share: A / B", "context windows of A, B and C" */
  private static final Pattern EACH_OF =
      Pattern.compile(
          "(?i)^(?<asked>[^:]{3,60}?)(?: ?: ?| of | for )(?<names>[^:?]{2,40}(?: ?/ ?|, ?)[^?]{2,80})$");

  /** "A, B and C: which has most users", "A and B, total parameters" */
  private static final Pattern EACH_FIRST =
      Pattern.compile(
          "(?i)^(?<names>[^:,?]{2,40}(?:,? and | ?/ ?| & )[^:,?]{2,40}), ?(?<asked>(?!who|which|what|how|when|where)[^?,]{3,60})$");

  /** "which of A, B and C has most users" */
  private static final Pattern WHICH_OF =
      Pattern.compile(
          "(?i)^(?:which|who|what)(?: one)? (?:out )?of (?<names>[^?]{5,90}?) (?<asked>(?:has|have|is|are|was|were|had|got|did|does|raised|spent"
              + "|made|costs?|pays?|paid|came|holds?)\\b.{2,60})$");

  private static final Pattern BETWEEN_NAMES = Pattern.compile("(?i) ?/ ?|,? and |,? or | & |, ?");

  /** "A this year vs last year" */
  private static final Pattern HELD_AGAINST =
      Pattern.compile(
          "(?i)^(?:compare )?(?<a>[^:?]{2,80}?),? (?:vs\\.?|versus|compared (?:to|with)|against)"
              + " (?<b>[^,:?]{2,60})$");

  private static final Pattern AUXILIARY =
      Pattern.compile("(?i)^(?:did|was|were|is|are|has|have|had|does|do|will) ");

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b(?:in |for |of |since |by )?(?:(?:early|mid|late|end of) )?(?:(?:q[1-4]|h[12]|jan\\w*|feb\\w*|mar(?:ch)?"
              + "|apr\\w*|may|june?|july?|aug\\w*|sept?\\w*|oct\\w*|nov\\w*|dec\\w*) )?(?:19|20)\\d\\d\\b"
              + "|\\b(?:in )?(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)(?: of)?(?: (?:19|20)\\d\\d)?\\b"
              + "|\\b(?:end of )?(?:19|20)\\d\\d\\b|\\bnow\\b|\\bthen\\b|\\b(?:last|this|next) (?:year|quarter|month|week)\\b|\\b(?:in )?(?:january|february|march|april|may|june|july"
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
    Matcher both = EACH.matcher(plain);
    if (both.matches()) {
      String shared = SharedWords.of(both.group("tail"));
      return List.of(side(both.group("a"), shared), side(both.group("b"), shared));
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
    Matcher than = THAN.matcher(plain);
    if (than.matches()) {
      return than(than.group("a"), than.group("b"), names);
    }
    Matcher before = BEFORE.matcher(plain);
    if (before.matches()
        && hasName(before.group("a"), names)
        && hasName(before.group("b"), names)) {
      String a = before.group("a").replaceAll("(?i) (?:there|out|around|first)$", "");
      String b = before.group("b");
      return List.of(a, names.contains(b) ? than(a, b, names).get(1) : b);
    }
    for (Pattern shape : List.of(WHICH_OF, EACH_OF, EACH_FIRST)) {
      Matcher each = shape.matcher(plain);
      if (each.matches()) {
        List<String> sides = eachOf(each.group("names"), each.group("asked"), names);
        if (!sides.isEmpty()) {
          return sides;
        }
      }
    }
    Matcher against = HELD_AGAINST.matcher(plain);
    if (against.matches() && isOneName(against, names)) {
      String a = against.group("a");
      String b = against.group("b");
      return List.of(
          a, (TIME.matcher(a).replaceAll(" ").strip() + " " + b).replaceAll("\\s+", " "));
    }
    return List.of();
  }

  /** The second part says itself what it is about, or shares what the first says. */
  private static List<String> than(String a, String b, List<String> names) {
    String left = SharedWords.of(a);
    String right = SharedWords.of(b);
    String bare = right;
    String shared = left;
    for (String name : names) {
      bare = bare.replace(name, " ");
      shared = shared.replace(name, " ");
    }
    boolean own = !bare.isBlank();
    return List.of(left, own ? right : (right + " " + shared).replaceAll("\\s+", " ").strip());
  }

  private static boolean hasName(String part, List<String> names) {
    return names.stream().anyMatch(part::contains);
  }

  /** A side for each name of a list, if all of them are names. */
  private static List<String> eachOf(String list, String asked, List<String> names) {
    List<String> parts =
        Arrays.stream(BETWEEN_NAMES.split(list))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList();
    if (parts.size() < 2
        || parts.stream().filter(names::contains).count() < Math.max(2, parts.size() - 1)) {
      return List.of();
    }
    String shared = SharedWords.of(asked);
    return parts.stream().map(p -> side(p, shared)).toList();
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
      return topic.strip()
          + " "
          + own.replaceAll("(?i)^(?:when|how|who) | (?:it|they|them)\\b", "");
    }
    boolean named = names.stream().anyMatch(own::contains) && !own.matches("(?i)(?:it|they) .*");
    String subject = names.stream().findFirst().filter(whole::contains).orElse("");
    return named ? own : (subject + " " + own.replaceAll("(?i)^(?:it|they) ", "")).strip();
  }
}
