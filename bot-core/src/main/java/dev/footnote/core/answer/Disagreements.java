package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Reference;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where the sources of the cited stories differ on what was asked. */
final class Disagreements {

  private final KnowledgeBase knowledge;

  /** So much of the question's words it must touch, by rarity, to be on what was asked. */
  private static final double LEAST_SHARED = 0.5;

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)*");

  private final PassageIndex index;
  private final EventWords events;

  Disagreements(KnowledgeBase knowledge, PassageIndex index, EventWords events) {
    this.knowledge = knowledge;
    this.index = index;
    this.events = events;
  }

  /** Those that touch the query's words, closest first, with their citations added. */
  List<Answer.Disagreement> beside(Query query, List<Story> stories, CitationList citations) {
    QueryWords words = QueryWords.of(query, index);
    record Near(Story story, Story.Disagreement disagreement, double shared) {}
    var near = new ArrayList<Near>();
    for (Story story : stories) {
      for (Story.Disagreement disagreement : story.disagreements()) {
        Set<String> said = new LinkedHashSet<>(index.analyze(disagreement.about()));
        disagreement.values().forEach(v -> said.addAll(index.analyze(v.text())));
        double shared = words.share(said, events);
        if (shared >= LEAST_SHARED && isOn(disagreement.about(), query.text())) {
          near.add(new Near(story, disagreement, shared));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Near::shared).reversed());
    return near.stream()
        .limit(2)
        .map(n -> shown(query, n.story(), n.disagreement(), citations))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether every figure or version that {@code about} names is one that was asked about. */
  private static boolean isOn(String about, String question) {
    return FIGURE.matcher(about).results().allMatch(r -> question.contains(r.group()));
  }

  private Optional<Answer.Disagreement> shown(
      Query query, Story story, Story.Disagreement disagreement, CitationList citations) {
    var values = new ArrayList<Statement>();
    for (Story.Statement value : disagreement.values()) {
      List<Story.Reference> references =
          value.references().stream()
              .map(story::reference)
              .filter(r -> query.known().test(r.published()))
              .toList();
      if (references.isEmpty()) {
        return Optional.empty();
      }
      values.add(
          new Statement(
              value.text(),
              references.stream()
                  .map(r ->
                      citations.number(
                          Reference.of(r, knowledge), value.quote(), story.id().value()))
                  .toList()));
    }
    return Optional.of(new Answer.Disagreement(disagreement.about(), values));
  }
}
