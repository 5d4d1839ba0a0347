package dev.footnote.core.retrieval;

import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The questions that curators wrote for the statements of their stories, to be compared with one
 * that is asked: it may share no word with the statement that answers it, but seldom means none of
 * the ways in which people ask for it. Immutable and safe for use by several threads.
 */
public final class ExpectedQuestions {

  /** One question and the passage that answers it. */
  public record Expected(String passage, String text) {}

  /** Where none were written, or nothing can be found by meaning. */
  public static final ExpectedQuestions NONE =
      new ExpectedQuestions(List.of(), List.of(), vector -> vector);

  private final List<Expected> questions;
  private final List<QuantisedVector> vectors;
  private final UnaryOperator<float[]> adapter;

  /**
   * @param vectors of {@code questions}, in their order, embedded as questions and adapted
   * @param adapter adapts the vector of a question that is asked
   */
  public ExpectedQuestions(
      List<Expected> questions, List<QuantisedVector> vectors, UnaryOperator<float[]> adapter) {
    if (questions.size() != vectors.size()) {
      throw new IllegalArgumentException(
          questions.size() + " questions, but " + vectors.size() + " vectors");
    }
    this.questions = List.copyOf(questions);
    this.vectors = List.copyOf(vectors);
    this.adapter = adapter;
  }

  /** All that curators wrote, story by story. */
  public static List<Expected> all(KnowledgeBase knowledge) {
    var all = new ArrayList<Expected>();
    for (Story story : knowledge.stories()) {
      List<Passage> passages = PassageSplitter.split(story, knowledge);
      List<Story.Statement> statements = story.statements().toList();
      for (int i = 0; i < statements.size(); i++) {
        for (String question : statements.get(i).questions()) {
          all.add(new Expected(passages.get(i).id(), question));
        }
      }
    }
    return all;
  }

  /** How one of {@code knowledge} is read before it is embedded: as a question that is asked. */
  public static UnaryOperator<String> reading(KnowledgeBase knowledge) {
    Set<String> publishers =
        knowledge.stories().stream()
            .flatMap(story -> PassageSplitter.split(story, knowledge).stream())
            .flatMap(passage -> passage.publishers().stream())
            .collect(Collectors.toSet());
    var reader = new QuestionReader(Vocabulary.of(knowledge, publishers));
    return text -> reader.read(Question.of(text, LocalDate.EPOCH)).text();
  }

  /**
   * How near {@code question} is to the nearest question of each passage that has any: its cosine,
   * by passage id.
   */
  public Map<String, Double> cosines(float[] question) {
    var cosines = new HashMap<String, Double>();
    if (vectors.isEmpty()) {
      return Map.of();
    }
    QuantisedVector asked = QuantisedVector.of(adapter.apply(question));
    for (int i = 0; i < vectors.size(); i++) {
      cosines.merge(questions.get(i).passage(), vectors.get(i).cosine(asked), Math::max);
    }
    return cosines;
  }
}
