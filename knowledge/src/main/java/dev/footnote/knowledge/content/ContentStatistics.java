package dev.footnote.knowledge.content;

import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.TopicId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A knowledge base counted. Counts by topic, entity and publisher are of stories, most first, and
 * leave out what no story names.
 *
 * @param statements of all stories
 * @param questions that curators expect of all statements
 * @param unanswered questions that curators know to be answered by none
 * @param references of all stories
 * @param byMonth stories by the month of their date, newest first
 * @param byReferences stories by how many references they have, ascending
 * @param byIndependentReferences stories by how many independent references they have, ascending
 * @param withDisagreements stories in which references differ
 * @param following stories that follow another
 * @param corrected stories with a correction
 */
public record ContentStatistics(
    int stories,
    int statements,
    int questions,
    int unanswered,
    int references,
    int publishers,
    int entities,
    int topics,
    Map<YearMonth, Integer> byMonth,
    Map<TopicId, Integer> byTopic,
    Map<EntityId, Integer> byEntity,
    Map<PublisherId, Integer> byPublisher,
    Map<Integer, Integer> byReferences,
    Map<Integer, Integer> byIndependentReferences,
    int withDisagreements,
    int following,
    int corrected) {

  public static ContentStatistics of(KnowledgeBase knowledge) {
    List<Story> stories = knowledge.stories();
    Map<YearMonth, Integer> months = count(stories, s -> List.of(YearMonth.from(s.date())));
    Map<Integer, Integer> references = count(stories, s -> List.of(s.references().size()));
    Map<Integer, Integer> independent =
        count(stories, s -> List.of(knowledge.independentReferences(s)));
    return new ContentStatistics(
        stories.size(),
        stories.stream().mapToInt(s -> (int) s.statements().count()).sum(),
        stories.stream().flatMap(Story::statements).mapToInt(s -> s.questions().size()).sum(),
        stories.stream().mapToInt(s -> s.unanswered().size()).sum(),
        stories.stream().mapToInt(s -> s.references().size()).sum(),
        knowledge.publishers().size(),
        knowledge.entities().size(),
        knowledge.topics().size(),
        sorted(months, Map.Entry.comparingByKey(Comparator.reverseOrder())),
        mostFirst(count(stories, Story::topics)),
        mostFirst(count(stories, Story::entities)),
        mostFirst(count(stories, ContentStatistics::publishersOf)),
        sorted(references, Map.Entry.comparingByKey()),
        sorted(independent, Map.Entry.comparingByKey()),
        (int) stories.stream().filter(s -> !s.disagreements().isEmpty()).count(),
        (int) stories.stream().filter(s -> !s.follows().isEmpty()).count(),
        (int) stories.stream().filter(s -> !s.corrections().isEmpty()).count());
  }

  private static List<PublisherId> publishersOf(Story story) {
    return story.references().stream().map(Story.Reference::publisher).distinct().toList();
  }

  private static <K> Map<K, Integer> count(
      List<Story> stories, Function<Story, Collection<K>> keys) {
    Map<K, Integer> counts = new HashMap<>();
    stories.forEach(s -> keys.apply(s).forEach(k -> counts.merge(k, 1, Integer::sum)));
    return counts;
  }

  private static <K extends Comparable<K>> Map<K, Integer> mostFirst(Map<K, Integer> counts) {
    return sorted(
        counts,
        Map.Entry.<K, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
  }

  private static <K> Map<K, Integer> sorted(
      Map<K, Integer> counts, Comparator<Map.Entry<K, Integer>> order) {
    Map<K, Integer> result = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(order)
        .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(result);
  }
}
