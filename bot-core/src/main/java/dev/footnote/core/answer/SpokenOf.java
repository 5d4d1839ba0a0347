package dev.footnote.core.answer;

import dev.footnote.core.question.Question;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.util.List;

/**
 * What a conversation is about when a question is asked in it.
 *
 * @param cited ids of what the last answer that cited anything did cite, the one it rested on first
 * @param before ids of the stories that the first of {@code cited} follows
 * @param after ids of the stories that follow it
 */
record SpokenOf(List<String> cited, List<String> before, List<String> after) {

  /** How many turns back a conversation is about what was cited then. */
  private static final int TURNS = 3;

  static final SpokenOf NOTHING = new SpokenOf(List.of(), List.of(), List.of());

  static SpokenOf of(List<Question.Turn> history, KnowledgeBase knowledge) {
    List<String> cited =
        history.reversed().stream()
            .limit(TURNS)
            .map(Question.Turn::documents)
            .filter(documents -> !documents.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (cited.isEmpty() || !StoryId.isValid(cited.get(0))) {
      return new SpokenOf(cited, List.of(), List.of());
    }
    var first = new StoryId(cited.get(0));
    return new SpokenOf(
        cited,
        knowledge.story(first).stream()
            .flatMap(story -> story.follows().stream())
            .map(StoryId::value)
            .toList(),
        knowledge.stories().stream()
            .filter(story -> story.follows().contains(first))
            .map(Story::id)
            .map(StoryId::value)
            .toList());
  }
}
