package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads off the candidates of one query what speaks for and against each. */
final class FeatureReader {

  /** What being named by the title, or by a curator, counts for beside being named. */
  private static final double TITLED = 0.8;

  private static final double LISTED = 0.5;

  /** A question that is less like the one asked says nothing of it. */
  static final double LIKE = 0.5;

  /** What a sentence counts as that no question was written for. */
  private static final double UNASKED = 0.75;

  private static final Pattern PRESENT =
      Pattern.compile(
          "(?i)(?:\\b(?:is|are|does|do|has|have)\\b.*\\b(?:worth|valued|valuation|market cap|ceo|cto|cfo|chief|chair\\w*"
              + "|owns?|runs?|leads?|costs?|price\\w*|revenue|run rate|users|stake)\\b|\\b(?:current|now)\\b)");

  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:was|were|did|had|used to|first|originally|initially)\\b|\\w{3,}ed\\b");

  /** What is known of a document as a whole. */
  private static final class Document {
    private final Set<String> said = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private LocalDate day = LocalDate.MIN;
    private double retrieval;
    private double cosine = Double.NEGATIVE_INFINITY;
    private double context = Double.NEGATIVE_INFINITY;
    private double expected = Double.NEGATIVE_INFINITY;
    private double expectedInContext = Double.NEGATIVE_INFINITY;
  }

  /**
   * The cosine of each passage to what was asked, beside the nearest one's.
   *
   * @param unknown what a passage counts as that has none
   */
  private record Nearness(Map<String, Double> cosines, double nearest, double unknown) {

    static Nearness of(Retrieval.Likeness likeness, List<Candidate> candidates) {
      Map<String, Double> cosines = cosines(likeness, candidates);
      return new Nearness(
          cosines,
          cosines.values().stream().mapToDouble(d -> d).max().orElse(0),
          cosines.values().stream().mapToDouble(d -> d).min().orElse(0));
    }

    /** Of questions that were expected: an unlike one says nothing, and not every one was asked. */
    static Nearness ofExpected(Retrieval.Likeness likeness, List<Candidate> candidates) {
      Map<String, Double> cosines = cosines(likeness, candidates);
      cosines.replaceAll((id, cosine) -> Math.max(cosine, LIKE));
      double nearest = cosines.values().stream().mapToDouble(d -> d).max().orElse(LIKE);
      return new Nearness(cosines, nearest, Math.min(nearest, UNASKED));
    }

    private static Map<String, Double> cosines(
        Retrieval.Likeness likeness, List<Candidate> candidates) {
      return new HashMap<>(
          likeness.of(candidates.stream().map(Candidate::passage).collect(Collectors.toSet())));
    }

    /** 0 for the nearest, below for the others; 0 for all where nothing was embedded. */
    double of(Candidate candidate) {
      return cosines.getOrDefault(candidate.passage().id(), unknown) - nearest;
    }

    boolean knows(Candidate candidate) {
      return cosines.containsKey(candidate.passage().id());
    }
  }

  private final PassageIndex index;
  private final Vocabulary vocabulary;
  private final EventWords events;
  private final Query query;
  private final QueryWords words;
  private final Versions versions;
  private final List<String> entities;
  private final SpokenOf spokenOf;
  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Set<String>> analyzed = new HashMap<>();
  private final Nearness nearness;
  private final Nearness expected;
  private final Nearness context;
  private final Nearness expectedInContext;
  private final LocalDate oldest;
  private final LocalDate newest;
  private final boolean present;
  private final Map<String, Double> freshness = new HashMap<>();

  FeatureReader(
      PassageIndex index,
      Vocabulary vocabulary,
      EventWords events,
      Query query,
      List<Candidate> candidates,
      SpokenOf spokenOf,
      Retrieval retrieval,
      Optional<Retrieval> context) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.events = events;
    this.query = query;
    this.words = QueryWords.of(query, index);
    this.versions = Versions.of(query.text());
    this.entities = query.entities();
    this.spokenOf = spokenOf;
    this.nearness = Nearness.of(retrieval.likeness(), candidates);
    this.expected = Nearness.ofExpected(retrieval.expected(), candidates);
    this.context =
        Nearness.of(
            context.map(Retrieval::likeness).orElse(Retrieval.Likeness.UNKNOWN), candidates);
    this.expectedInContext =
        Nearness.ofExpected(
            context.map(Retrieval::expected).orElse(Retrieval.Likeness.UNKNOWN), candidates);
    this.newest =
        candidates.stream()
            .map(Candidate::day)
            .max(Comparator.naturalOrder())
            .orElse(query.today());
    this.oldest =
        candidates.stream().map(Candidate::day).min(Comparator.naturalOrder()).orElse(newest);
    this.present = isPresent(query);
    candidates.forEach(this::read);
    double share = 1;
    for (var document :
        documents.entrySet().stream()
            .filter(d -> !entities.isEmpty() && d.getValue().names.containsAll(entities))
            .sorted(
                Comparator.comparing((Map.Entry<String, Document> d) -> d.getValue().day)
                    .reversed())
            .toList()) {
      freshness.put(document.getKey(), share);
      share /= 2;
    }
  }

  /** "what is it worth", "how much does it cost": with no time named, as things stand. */
  private static boolean isPresent(Query query) {
    return query.window().isAlways()
        && PRESENT.matcher(query.text()).find()
        && !PAST.matcher(query.text()).find();
  }

  private boolean isDated(String text) {
    return !query.window().isAlways()
        && Figures.dates(text).stream().anyMatch(d -> query.window().contains(d.from()));
  }

  private void read(Candidate candidate) {
    String title = candidate.passage().title();
    Document document = documents.get(candidate.document());
    if (document == null) {
      document = new Document();
      documents.put(candidate.document(), document);
      document.said.addAll(said(title));
      document.names.addAll(names(title));
      document.names.addAll(candidate.passage().entities());
    }
    document.said.addAll(said(candidate.text()));
    document.names.addAll(names(candidate.text()));
    document.day = document.day.isAfter(candidate.day()) ? document.day : candidate.day();
    document.retrieval = Math.max(document.retrieval, candidate.retrieval());
    document.cosine = Math.max(document.cosine, nearness.of(candidate));
    document.expected = Math.max(document.expected, expected.of(candidate));
    document.context = Math.max(document.context, context.of(candidate));
    document.expectedInContext =
        Math.max(document.expectedInContext, expectedInContext.of(candidate));
  }

  /** What {@code candidate} and its title say of the query. */
  Said said(Candidate candidate) {
    String title = candidate.passage().title();
    return new Said(
        words.in(said(candidate.text()), events),
        words.in(said(title), events),
        asked(names(candidate.text())),
        asked(names(title)));
  }

  private Set<String> asked(Set<String> names) {
    return entities.stream().filter(names::contains).collect(Collectors.toSet());
  }

  Features of(Candidate candidate, Said said) {
    Document document = documents.getOrDefault(candidate.document(), new Document());
    boolean cited =
        spokenOf.cited().contains(candidate.document()) && document.names.containsAll(entities);
    return new Features(
        candidate.retrieval(),
        nearness.of(candidate),
        document.cosine,
        expected.knows(candidate),
        expected.of(candidate) + expected.nearest(),
        expectedInContext.of(candidate) + expectedInContext.nearest(),
        expected.of(candidate),
        document.expected,
        context.of(candidate),
        document.context,
        expectedInContext.of(candidate),
        document.expectedInContext,
        document.retrieval,
        words.share(said.words()),
        words.share(said.titleWords()),
        words.share(document.said, events),
        share(said.names()),
        share(said.titleNames()),
        about(candidate, said),
        Directness.holds(query, candidate, vocabulary, index::analyze),
        versions.othersIn(Versions.of(candidate.text()), Versions.of(candidate.passage().title())),
        newness(candidate.day()),
        freshness.getOrDefault(candidate.document(), 0.0),
        isDated(candidate.text()),
        present,
        !query.window().isAlways() && !query.window().contains(candidate.day()),
        cited,
        cited && spokenOf.cited().get(0).equals(candidate.document()),
        !spokenOf.cited().contains(candidate.document())
            && spokenOf.before().contains(candidate.document()),
        !spokenOf.cited().contains(candidate.document())
            && spokenOf.after().contains(candidate.document()),
        candidate.section() == Section.LEAD && candidate.passage().ordinal() == 0,
        candidate.section(),
        query.kind(),
        query.latest(),
        candidate.text().length());
  }

  private double newness(LocalDate day) {
    long range = newest.toEpochDay() - oldest.toEpochDay();
    return range == 0 ? 0 : (double) (day.toEpochDay() - oldest.toEpochDay()) / range;
  }

  private double share(Set<String> said) {
    return entities.isEmpty()
        ? 1
        : (double) entities.stream().filter(said::contains).count() / entities.size();
  }

  private double about(Candidate candidate, Said said) {
    if (entities.isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (String id : entities) {
      if (said.names().contains(id)) {
        sum += 1;
      } else if (said.titleNames().contains(id)) {
        sum += TITLED;
      } else if (candidate.passage().entities().contains(id)) {
        sum += LISTED;
      }
    }
    return sum / entities.size();
  }

  private Set<String> said(String text) {
    return analyzed.computeIfAbsent(text, t -> Set.copyOf(index.analyze(t)));
  }

  private Set<String> names(String text) {
    return named.computeIfAbsent(
        text,
        t ->
            vocabulary.find(t).stream()
                .filter(m -> m.kind() != Mention.Kind.TOPIC)
                .map(Mention::id)
                .collect(Collectors.toSet()));
  }
}
