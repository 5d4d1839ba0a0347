package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Reference;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grounds a draft, numbers its citations, and adds what a reader should know beside it. */
final class Composer {

  private static final int MOST_DISAGREEMENTS = 2;
  private static final int MOST_FOLLOW_UPS = 3;

  private final KnowledgeBase knowledge;
  private final Disagreements disagreements;

  Composer(KnowledgeBase knowledge, PassageIndex index, EventWords events) {
    this.knowledge = knowledge;
    this.disagreements = new Disagreements(knowledge, index, events);
  }

  /** The answer, or nothing if no sentence of the draft holds. */
  Optional<Answer.Grounded> compose(Query query, Draft draft) {
    List<Draft.Sentence> held = draft.sentences().stream().filter(GroundingCheck::holds).toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    var citations = new CitationList();
    var statements = new ArrayList<Statement>();
    for (Draft.Sentence sentence : held) {
      statements.add(new Statement(sentence.text(), cite(sentence.evidence(), citations)));
    }
    draft
        .lead()
        .filter(lead -> held.get(0).equals(draft.sentences().get(0)))
        .filter(lead -> held.get(0).text().contains(lead) && !held.get(0).text().startsWith(lead))
        .ifPresent(lead -> statements.add(0, lead(lead, statements.get(0).citations())));
    List<Answer.Disagreement> differing =
        disagreements.beside(query, stories(held.subList(0, 1)), citations).stream()
            .limit(MOST_DISAGREEMENTS)
            .toList();
    return Optional.of(
        new Answer.Grounded(
            statements,
            citations.all(),
            differing,
            citations.newest(),
            followUps(query, held),
            draft.sentences().size() - held.size(),
            draft.notes()));
  }

  private static Statement lead(String lead, List<Integer> citations) {
    return new Statement(lead.endsWith(".") ? lead : lead + ".", citations);
  }

  static List<Integer> cite(List<Candidate> evidence, CitationList citations) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (Candidate candidate : evidence) {
      for (Reference reference : best(candidate.references())) {
        numbers.add(citations.number(reference, candidate.quote(), candidate.document()));
      }
    }
    return List.copyOf(numbers);
  }

  /** At most three, those with an address first; the file's order otherwise. */
  private static List<Reference> best(List<Reference> references) {
    return references.stream()
        .sorted(Comparator.comparing((Reference r) -> r.url().isEmpty()))
        .limit(3)
        .toList();
  }

  private List<Story> stories(List<Draft.Sentence> sentences) {
    return sentences.stream()
        .flatMap(s -> s.evidence().stream())
        .map(Candidate::document)
        .distinct()
        .filter(StoryId::isValid)
        .map(id -> knowledge.story(new StoryId(id)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Questions about what the cited stories are about, each of which other stories answer. */
  private List<String> followUps(Query query, List<Draft.Sentence> held) {
    List<Story> cited = stories(held);
    var questions = new LinkedHashSet<String>();
    Set<String> asked = new HashSet<>(query.entities());
    for (Story story : cited) {
      knowledge.stories().stream()
          .filter(s -> s.follows().contains(story.id()) && isKnown(s, query))
          .min(Comparator.comparing(Story::date))
          .filter(s -> !cited.contains(s))
          .ifPresent(s -> questions.add(clause(s.title()) + ": what happened?"));
      story.entities().stream()
          .filter(id -> !asked.contains(id.value()))
          .flatMap(id -> knowledge.entity(id).stream())
          .filter(e ->
              knowledge.stories().stream()
                  .anyMatch(s ->
                      s.entities().contains(e.id()) && !cited.contains(s) && isKnown(s, query)))
          .limit(2)
          .forEach(e -> questions.add("What is the latest on " + e.name() + "?"));
    }
    return questions.stream().limit(MOST_FOLLOW_UPS).toList();
  }

  /** An event is known once somebody has published it, not on its own day. */
  private static boolean isKnown(Story story, Query query) {
    return story.references().stream().anyMatch(r -> query.known().test(r.published()));
  }

  private static String clause(String title) {
    return title.replaceAll("[.?!]+$", "");
  }
}
