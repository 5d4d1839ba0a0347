package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Reference;
import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.core.retrieval.Sentences;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sentences that can be said out of the passages that were found. */
final class Candidates {

  private static final int STORIES_READ_WHOLE = 6;

  private static final int NEWEST_READ = 3;

  /** What a story has that was not found but spoken of just now. */
  private static final double SPOKEN_OF = 0.6;

  /** What a statement that no search found has of its story's fit. */
  private static final double UNFOUND = 0.6;

  /** What a statement has that was found only with the question before. */
  private static final double AROUND = 0.4;

  /** A shorter sentence is a caption or a byline, a longer one a list without stops. */
  private static final int LEAST_CHARACTERS = 25;

  private static final int MOST_CHARACTERS = 420;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** What begins like this leans on a sentence before it. */
  private static final Pattern LEANS =
      Pattern.compile(
          "^(?:[\"“‘']?(?:But|And|Or|So|Yet|Also|That|This|These|Those|It|He|She|They|His|Her|Their|Its"
              + "|There|Then|Still|Instead|However|Meanwhile|Moreover|Because)\\b).*",
          Pattern.DOTALL);

  private final KnowledgeBase knowledge;
  private final Vocabulary vocabulary;

  Candidates(KnowledgeBase knowledge, Vocabulary vocabulary) {
    this.knowledge = knowledge;
    this.vocabulary = vocabulary;
  }

  /** All that {@code document} says; nothing for what is no story. */
  String text(String document) {
    return StoryId.isValid(document)
        ? knowledge
            .story(new StoryId(document))
            .map(s ->
                Stream.concat(Stream.of(s.title()), s.statements().map(Story.Statement::text))
                    .collect(Collectors.joining(" ")))
            .orElse("")
        : "";
  }

  /** Ids of the entities that {@code document} names; none for what is no story. */
  Set<String> names(String document) {
    if (!StoryId.isValid(document)) {
      return Set.of();
    }
    return knowledge
        .story(new StoryId(document))
        .map(story ->
            Stream.concat(
                    story.entities().stream().map(EntityId::value),
                    Stream.concat(
                            Stream.of(story.title()), story.statements().map(Story.Statement::text))
                        .flatMap(text -> vocabulary.find(text).stream())
                        .filter(m -> m.kind() == Mention.Kind.ENTITY)
                        .map(Mention::id))
                .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /**
   * The sentences of {@code passages} and, since a story is read whole, every statement of the
   * stories found first; none that could not be known on the query's day.
   *
   * @param around what else was found for the query read with the question before it
   * @param spokenOf what the conversation is about
   */
  List<Candidate> of(
      Query query, List<ScoredPassage> passages, List<ScoredPassage> around, SpokenOf spokenOf) {
    double best = passages.stream().mapToDouble(ScoredPassage::score).max().orElse(1);
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Map<String, Double> stories = new LinkedHashMap<>();
    for (ScoredPassage scored : passages) {
      double retrieval = best <= 0 ? 0 : Math.max(0, scored.score() / best);
      Passage passage = scored.passage();
      switch (passage.origin()) {
        case CURATED -> {
          stories.putIfAbsent(passage.document(), retrieval);
          curated(query, passage, retrieval)
              .ifPresent(c -> candidates.putIfAbsent(passage.id(), c));
        }
        case ARTICLE ->
            sentences(passage, retrieval)
                .forEach(c -> candidates.putIfAbsent(c.document() + "#" + c.quote(), c));
      }
    }
    List<String> readWhole = stories.keySet().stream().limit(STORIES_READ_WHOLE).toList();
    Stream.of(spokenOf.cited(), spokenOf.before(), spokenOf.after())
        .flatMap(List::stream)
        .filter(d -> StoryId.isValid(d) && !readWhole.contains(d))
        .forEach(d -> whole(query, d, SPOKEN_OF, candidates));
    newest(query)
        .filter(d -> !stories.containsKey(d))
        .forEach(d -> whole(query, d, SPOKEN_OF, candidates));
    stories.entrySet().stream()
        .limit(STORIES_READ_WHOLE)
        .forEach(story -> whole(query, story.getKey(), story.getValue(), candidates));
    around.stream()
        .map(ScoredPassage::passage)
        .filter(p -> !candidates.containsKey(p.id()))
        .forEach(p -> curated(query, p, AROUND).ifPresent(c -> candidates.putIfAbsent(p.id(), c)));
    return List.copyOf(candidates.values());
  }

  /** The newest stories about the entities that a query for the latest names. */
  private Stream<String> newest(Query query) {
    List<String> entities = query.entities();
    if (!query.latest() || entities.isEmpty()) {
      return Stream.empty();
    }
    return knowledge.stories().stream()
        .filter(s -> query.known().test(s.date()))
        .filter(s -> query.window().isAlways() || query.window().contains(s.date()))
        .filter(s ->
            s.entities().stream()
                .map(EntityId::value)
                .collect(Collectors.toSet())
                .containsAll(entities))
        .sorted(Comparator.comparing(Story::date).reversed())
        .limit(NEWEST_READ)
        .map(s -> s.id().value());
  }

  private void whole(
      Query query, String document, double retrieval, Map<String, Candidate> candidates) {
    knowledge
        .story(new StoryId(document))
        .ifPresent(story ->
            PassageSplitter.split(story, knowledge).stream()
                .filter(p -> !candidates.containsKey(p.id()))
                .map(p -> statement(query, story, p, retrieval * UNFOUND))
                .flatMap(Optional::stream)
                .forEach(c -> candidates.put(c.passage().id(), c)));
  }

  private Optional<Candidate> curated(Query query, Passage passage, double retrieval) {
    if (!StoryId.isValid(passage.document())) {
      return Optional.empty();
    }
    return knowledge
        .story(new StoryId(passage.document()))
        .flatMap(story -> statement(query, story, passage, retrieval));
  }

  private Optional<Candidate> statement(
      Query query, Story story, Passage passage, double retrieval) {
    List<Story.Statement> all = story.statements().toList();
    if (passage.ordinal() >= all.size()) {
      return Optional.empty();
    }
    Story.Statement statement = all.get(passage.ordinal());
    Section section = section(story, passage.ordinal());
    List<Reference> references =
        statement.references().stream()
            .map(story::reference)
            .filter(r -> query.known().test(r.published()))
            .map(r -> Reference.of(r, knowledge))
            .toList();
    String text = statement.text();
    String quote = statement.quote();
    if (section == Section.TIMELINE) {
      int entry = passage.ordinal() - story.lead().size() - story.whyItMatters().size();
      String when = story.timeline().get(entry).when();
      String whole = when + ": " + quote;
      quote = story.text().contains(whole) ? whole : quote;
      text = inWords(when, story.timeline().get(entry).date()) + ": " + text;
    }
    boolean laterToo = references.size() < statement.references().size();
    if (references.isEmpty()
        || (laterToo && saysLater(query, text))
        || !story.text().contains(quote)) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(passage, section, text, quote, references, passage.day(), retrieval));
  }

  /**
   * Of a sentence with references after the day it is asked as of: it may say what only they know.
   */
  private static boolean saysLater(Query query, String text) {
    return query
        .asOf()
        .map(asOf -> Figures.dates(text).stream().anyMatch(d -> d.from().isAfter(asOf)))
        .orElse(false);
  }

  private static Section section(Story story, int ordinal) {
    int lead = story.lead().size();
    int why = lead + story.whyItMatters().size();
    int timeline = why + story.timeline().size();
    if (ordinal < lead) {
      return Section.LEAD;
    }
    return ordinal < why ? Section.WHY : ordinal < timeline ? Section.TIMELINE : Section.DIFFERENCE;
  }

  private static List<Candidate> sentences(Passage passage, double retrieval) {
    var reference =
        new Reference(
            passage.publishers().get(0), passage.title(), passage.url(), passage.published());
    var candidates = new ArrayList<Candidate>();
    for (Sentences.Span span : Sentences.spans(passage.text())) {
      String quote = span.of(passage.text());
      if (quote.length() < LEAST_CHARACTERS
          || quote.length() > MOST_CHARACTERS
          || quote.endsWith("?")) {
        continue;
      }
      double weight = LEANS.matcher(quote).matches() ? 0.8 : 1;
      candidates.add(
          new Candidate(
              passage,
              Section.ARTICLE,
              quote.replaceAll("\\s+", " "),
              quote,
              List.of(reference),
              passage.day(),
              retrieval * weight));
    }
    return candidates;
  }

  static String inWords(String when, LocalDate date) {
    return switch (when.length()) {
      case 10 -> DAY.format(date);
      case 7 -> MONTH.format(date);
      default -> when;
    };
  }
}
