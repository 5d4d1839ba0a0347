package dev.footnote.core.answer;

import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a question goes on about the story that the last answer rested on, though no word
 * of it says so: "how long did it last", "who led the round".
 */
final class Continuation {

  /** A question of more words says itself what it is about. */
  private static final int MOST_WORDS = 9;

  /** One that names an entity and says more than this of it stands alone. */
  private static final int OWN_WORDS = 2;

  private static final double HALF = 0.5;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What one can ask of any story. */
  private static final Pattern ASPECTS =
      Pattern.compile(
          "(?i)\\b(?:valuations?|values?|prices?|costs?|money|amounts?|sums?|deals?|next|happen\\w*|reactions?|reason|led|lead"
              + "|investors?|invest\\w*|results?|outcome|work out|worked|dates?|start\\w*|replac\\w+|respon\\w+|said|says?|think"
              + "|involved|else|behind|change[ds]?|effects?|since|later|before|exact\\w*|details?|terms|conditions|figures?"
              + "|numbers?|percent\\w*|total|paid|pay|get|gets|got|give|gave|put|take|took)\\b");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private final PassageIndex index;
  private final Candidates candidates;
  private final EventWords events;

  Continuation(PassageIndex index, Candidates candidates, EventWords events) {
    this.index = index;
    this.candidates = candidates;
    this.events = events;
  }

  /**
   * Whether {@code query} is short, took nothing over, and that story knows of every entity it
   * names.
   *
   * @param cited documents that the last answer cited, the first of them first; may be none
   */
  boolean goesOn(Query query, List<String> cited) {
    if (cited.isEmpty()
        || query.carried().isPresent()
        || SPACES.split(query.text()).length > MOST_WORDS) {
      return false;
    }
    QueryWords words = QueryWords.of(query, index);
    boolean standsAlone =
        !query.entities().isEmpty() && (query.latest() || words.content().size() > OWN_WORDS);
    return !standsAlone
        && words.content().keySet().stream().allMatch(word -> LETTERS.matcher(word).find())
        && knowsOf(cited.get(0), query, words);
  }

  /** Of a question without names it must say half the words that one cannot ask of any story. */
  private boolean knowsOf(String document, Query query, QueryWords words) {
    if (!query.entities().isEmpty()) {
      return candidates.names(document).containsAll(query.entities());
    }
    Set<String> said = new HashSet<>(index.analyze(candidates.text(document)));
    ASPECTS.matcher(query.text()).results().forEach(r -> said.addAll(index.analyze(r.group())));
    return words.share(said, events) >= HALF;
  }
}
