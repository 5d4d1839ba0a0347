package dev.footnote.evaluation;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How well ten passages serve one question, by the rules of the benchmark's {@code score.py}: a
 * passage is a hit when it contains a gold fact, both without white space. Each figure is 0 to 1,
 * and an average of several scores is itself a score.
 *
 * @param hits4 whether one of the first four is a hit
 * @param hits10 whether one of the ten is
 * @param mrr10 one by the rank of the first hit
 * @param facts10 share of the gold facts found
 * @param all10 whether all were found
 * @param docs10 share of the gold articles among the ten
 * @param alldocs10 whether all are
 */
record PassageScore(
    double hits4,
    double hits10,
    double mrr10,
    double facts10,
    double all10,
    double docs10,
    double alldocs10) {

  /** A gold fact and the address of the article it stands in. */
  record Gold(String fact, String url) {}

  /** A passage as printed; the address is empty where there is none. */
  record Found(String text, String url) {}

  private static final int PASSAGES = 10;

  /** Longer passages are cut here, so that they cannot win by size. */
  private static final int MOST_CHARACTERS = 1300;

  /** What Python's {@code \s} matches. */
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\x1c-\\x1f]", Pattern.UNICODE_CHARACTER_CLASS);

  /** Scores {@code found}, best first, against at least one gold fact. */
  static PassageScore of(List<Gold> gold, List<Found> found) {
    Set<String> facts = gold.stream().map(g -> squeezed(g.fact())).collect(toSet());
    Set<String> urls = gold.stream().map(Gold::url).collect(toSet());
    List<Found> ten = found.subList(0, Math.min(PASSAGES, found.size()));
    int first = 0;
    Set<String> met = new HashSet<>();
    for (int i = 0; i < ten.size(); i++) {
      String text = squeezed(cut(ten.get(i).text()));
      for (String fact : facts) {
        if (text.contains(fact)) {
          met.add(fact);
          first = first == 0 ? i + 1 : first;
        }
      }
    }
    Set<String> documents = ten.stream().map(Found::url).filter(urls::contains).collect(toSet());
    return new PassageScore(
        truth(first > 0 && first <= 4),
        truth(first > 0),
        first > 0 ? 1.0 / first : 0,
        (double) met.size() / facts.size(),
        truth(met.equals(facts)),
        (double) documents.size() / urls.size(),
        truth(documents.equals(urls)));
  }

  /** The average of {@code scores}; all zero for none. */
  static PassageScore average(List<PassageScore> scores) {
    double n = Math.max(1, scores.size());
    return new PassageScore(
        scores.stream().mapToDouble(PassageScore::hits4).sum() / n,
        scores.stream().mapToDouble(PassageScore::hits10).sum() / n,
        scores.stream().mapToDouble(PassageScore::mrr10).sum() / n,
        scores.stream().mapToDouble(PassageScore::facts10).sum() / n,
        scores.stream().mapToDouble(PassageScore::all10).sum() / n,
        scores.stream().mapToDouble(PassageScore::docs10).sum() / n,
        scores.stream().mapToDouble(PassageScore::alldocs10).sum() / n);
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static String squeezed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
  }
}
