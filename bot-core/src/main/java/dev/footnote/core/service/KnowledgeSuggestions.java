package dev.footnote.core.service;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.question.Question;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Topic;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggestions from a knowledge base; the names are read once.
 *
 * <p>Which questions to suggest takes dozens of answers to find out. That is done once, by one
 * platform thread of its own: a virtual thread that computes for seconds would keep others from
 * acknowledging, as there are no more carriers than cores.
 */
final class KnowledgeSuggestions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeSuggestions.class);

  /** Characters of a label or value: what both platforms take. */
  private static final int LONGEST = 100;

  /** Questions that are tried out to find those that are answered. */
  private static final int EXAMPLES = 8;

  private static final int TRIED = 40;

  /** Stories that tell what is in the news. */
  private static final int RECENT = 60;

  private record Named(Story story, SuggestionNames.Entry entry) {}

  private final KnowledgeBase knowledge;
  private final Answering answering;
  private final InstantSource clock;
  private final ZoneId zone;
  private final List<Named> stories;
  private final List<SuggestionNames.Entry> publishers;
  private final Map<Set<String>, Within> byTopics = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final ExecutorService trying =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("suggestions").daemon().factory());

  KnowledgeSuggestions(
      KnowledgeBase knowledge, Answering answering, InstantSource clock, ZoneId zone) {
    this.knowledge = knowledge;
    this.answering = answering;
    this.clock = clock;
    this.zone = zone;
    this.stories =
        knowledge.stories().stream()
            .filter(s -> s.id().value().length() <= LONGEST)
            .map(s ->
                new Named(
                    s, SuggestionNames.entry(label(s), s.id().value(), List.of(s.id().value()))))
            .toList();
    this.publishers =
        knowledge.publishers().stream()
            .sorted(Comparator.comparing(Publisher::name, String.CASE_INSENSITIVE_ORDER))
            .map(p -> SuggestionNames.entry(p.name(), p.name(), p.aliases()))
            .toList();
  }

  /** Those within {@code topics}; empty for all. */
  Within within(Set<String> topics) {
    return byTopics.computeIfAbsent(topics, Within::new);
  }

  /** Finds out what to suggest to ask, ahead of the first who wants to know. */
  void prepare() {
    var unused =
        within(Set.of())
            .found()
            .whenComplete((found, e) -> {
              if (e != null && !closed) {
                LOG.warn(
                    "What to suggest was not found out and is tried again when somebody asks,"
                        + " cause={}",
                    e.toString());
              }
            });
  }

  /** Ends after the answer that is being tried: nothing reads the index any more. */
  @Override
  public void close() {
    closed = true;
    trying.close();
  }

  private static String label(Story story) {
    return story.date() + " " + story.title();
  }

  final class Within implements Suggestions {

    private final List<SuggestionNames.Entry> storiesHere;
    private final List<SuggestionNames.Entry> subjects = new ArrayList<>();
    private final List<SuggestionNames.Entry> topics = new ArrayList<>();
    private final List<Story> newest;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<List<String>> examples;

    Within(Set<String> chosen) {
      Predicate<Story> on =
          s -> chosen.isEmpty() || s.topics().stream().anyMatch(t -> chosen.contains(t.value()));
      var here = stories.stream().filter(n -> on.test(n.story())).toList();
      storiesHere = here.stream().map(Named::entry).toList();
      newest = here.stream().map(Named::story).toList();
      // Who is in the news comes first; whoever is in no story can be asked about, too.
      var entities = new LinkedHashSet<EntityId>();
      newest.forEach(s -> entities.addAll(s.entities()));
      if (chosen.isEmpty()) {
        knowledge.entities().forEach(e -> entities.add(e.id()));
      }
      entities.stream()
          .flatMap(id -> knowledge.entity(id).stream())
          .forEach(e -> subjects.add(SuggestionNames.entry(e.name(), e.name(), e.aliases())));
      for (Topic topic : knowledge.topics()) {
        topics.add(SuggestionNames.entry(topic.name(), topic.id().value(), topic.aliases()));
        if (chosen.isEmpty() || chosen.contains(topic.id().value())) {
          subjects.add(SuggestionNames.entry(topic.name(), topic.name(), topic.aliases()));
        }
      }
    }

    @Override
    public List<Suggestion> stories(String typed, int limit) {
      return SuggestionNames.find(storiesHere, typed, limit);
    }

    @Override
    public List<Suggestion> subjects(String typed, int limit) {
      return SuggestionNames.find(subjects, typed, limit);
    }

    @Override
    public List<Suggestion> publishers(String typed, int limit) {
      return SuggestionNames.find(publishers, typed, limit);
    }

    @Override
    public List<Suggestion> topics(String typed, int limit) {
      return SuggestionNames.find(topics, typed, limit);
    }

    @Override
    public List<String> examples(int limit) {
      var found = found().join();
      return found.subList(0, Math.clamp(limit, 0, found.size()));
    }

    /** What is found, or being looked for; looked for again if that failed. */
    private CompletableFuture<List<String>> found() {
      lock.lock();
      try {
        var found = examples;
        if (found == null || found.isCompletedExceptionally()) {
          found = CompletableFuture.supplyAsync(this::answered, trying);
          examples = found;
        }
        return found;
      } finally {
        lock.unlock();
      }
    }

    /** Asks what follows from the newest stories, and keeps what is answered. */
    private List<String> answered() {
      var today = LocalDate.ofInstant(clock.instant(), zone);
      return candidates().stream().filter(q -> isAnswered(q, today)).limit(EXAMPLES).toList();
    }

    private boolean isAnswered(String question, LocalDate today) {
      if (closed) {
        throw new CancellationException("suggestions: closing");
      }
      return answering.answer(Question.of(question, today)).answer() instanceof Answer.Grounded;
    }

    /** In turn: those most in the news of late, and what happened in the newest stories. */
    private List<String> candidates() {
      var count = new HashMap<EntityId, Integer>();
      newest.stream()
          .limit(RECENT)
          .forEach(s -> s.entities().forEach(id -> count.merge(id, 1, Integer::sum)));
      var subjects =
          count.entrySet().stream()
              .sorted(
                  Map.Entry.<EntityId, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .flatMap(e -> knowledge.entity(e.getKey()).stream())
              .map(entity -> "What is the latest on " + entity.name() + "?")
              .iterator();
      var events = newest.stream().map(s -> s.title() + ": what happened?").iterator();
      var questions = new ArrayList<String>();
      while (questions.size() < TRIED && (subjects.hasNext() || events.hasNext())) {
        if (subjects.hasNext()) {
          questions.add(subjects.next());
        }
        if (events.hasNext()) {
          questions.add(events.next());
        }
      }
      questions.removeIf(q -> q.length() > LONGEST);
      return questions;
    }
  }
}
