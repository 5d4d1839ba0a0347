package dev.footnote.core.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ranking under construction that spreads over documents: each passage more of one document
 * counts less, and beyond a few no more are taken.
 */
final class Mixture {

  private static final int MOST_OF_ONE_DOCUMENT = 3;
  private static final double REPETITION = 0.1;

  /** How far down a list something better spread is looked for. */
  private static final int REACH = 60;

  private final int limit;
  private final List<ScoredPassage> taken = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> perDocument = new HashMap<>();

  Mixture(int limit) {
    this.limit = limit;
  }

  /** Takes from each list in turn until all are dry, so that each has its best near the top. */
  void takeTurns(List<List<ScoredPassage>> lists) {
    int idle = 0;
    for (int turn = 0; idle < lists.size() && taken.size() < limit; turn++) {
      idle = take(lists.get(turn % lists.size())) ? 0 : idle + 1;
    }
  }

  /** Takes from {@code list} until full or dry, and returns all that was taken. */
  List<ScoredPassage> fill(List<ScoredPassage> list) {
    boolean more = true;
    while (more && taken.size() < limit) {
      more = take(list);
    }
    return List.copyOf(taken);
  }

  private boolean take(List<ScoredPassage> list) {
    @Nullable ScoredPassage best = null;
    double most = Double.NEGATIVE_INFINITY;
    int seen = 0;
    for (ScoredPassage one : list) {
      int count = perDocument.getOrDefault(one.passage().document(), 0);
      if (ids.contains(one.passage().id()) || count >= MOST_OF_ONE_DOCUMENT) {
        continue;
      }
      double value = one.score() - REPETITION * count;
      if (value > most) {
        most = value;
        best = one;
      }
      if (++seen == REACH) {
        break;
      }
    }
    if (best == null) {
      return false;
    }
    ids.add(best.passage().id());
    perDocument.merge(best.passage().document(), 1, Integer::sum);
    taken.add(best);
    return true;
  }
}
