package dev.footnote.knowledge.content;

import dev.footnote.knowledge.StoryId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules between stories: what a story follows exists, is not later, and leads nowhere back. */
final class FollowRules {

  private final Map<StoryId, StoryDraft> drafts = new HashMap<>();
  private final Collection<StoryId> ids;

  /**
   * @param ids of all stories, also of those that could not be read
   */
  FollowRules(List<StoryDraft> drafts, Collection<StoryId> ids) {
    drafts.forEach(d -> this.drafts.put(d.id(), d));
    this.ids = ids;
  }

  void check(StoryDraft draft) {
    for (Located<StoryId> follows : draft.frontMatter().follows()) {
      StoryId id = follows.value();
      if (!ids.contains(id)) {
        List<String> known = ids.stream().map(StoryId::value).toList();
        draft
            .problems()
            .report(
                follows.line(),
                "'follows' names no story '"
                    + id
                    + "'"
                    + Nearest.hint(id.value(), known)
                    + ": use the path below stories/ without .md");
      } else if (isLater(id, draft)) {
        draft
            .problems()
            .report(
                follows.line(),
                "follows '" + id + "', which is dated later: let that story follow this one");
      } else if (leadsTo(id, draft.id())) {
        draft
            .problems()
            .report(
                follows.line(),
                "'follows' goes in a circle through '" + id + "': remove one of its links");
      }
    }
  }

  private boolean isLater(StoryId id, StoryDraft draft) {
    Optional<LocalDate> other = Optional.ofNullable(drafts.get(id)).flatMap(StoryDraft::date);
    Optional<LocalDate> own = draft.date();
    return other.isPresent() && own.isPresent() && other.get().isAfter(own.get());
  }

  private boolean leadsTo(StoryId from, StoryId target) {
    Set<StoryId> seen = new HashSet<>();
    Deque<StoryId> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      StoryId next = open.pop();
      if (next.equals(target)) {
        return true;
      }
      StoryDraft draft = drafts.get(next);
      if (seen.add(next) && draft != null) {
        draft.frontMatter().follows().forEach(f -> open.push(f.value()));
      }
    }
    return false;
  }
}
