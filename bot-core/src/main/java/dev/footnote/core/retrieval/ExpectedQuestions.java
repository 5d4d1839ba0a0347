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
 * the ways in which people ask for it. And those that they know to be answered by none. Immutable
 * and safe for use by several threads.
 */
public final class ExpectedQuestions {

  /** One question and the passage that answers it. */
  public record Expected(String passage, String text) {}

  /**
   * The questions nearest to one that is asked.
   *
   * @param expected the cosine of the nearest of each passage that has any, by its id
   * @param answered how much denser those that are answered lie around it than those that nothing
   *     on file answers, -1 to 1; 0 where there are none of either
   */
  public record Nearest(Map<String, Double> expected, double answered) {

    /** Where none were written, or nothing was embedded. */
    public static final Nearest NONE = new Nearest(Map.of(), 0);

    public Nearest {
      expected = Map.copyOf(expected);
    }
  }

  /** How fast a question counts for less with its distance; chosen on development questions. */
  private static final double SHARPNESS = 25;

  /** Where none were written, or nothing can be found by meaning. */
  public static final ExpectedQuestions NONE =
      new ExpectedQuestions(List.of(), List.of(), List.of(), vector -> vector);

  private final List<Expected> questions;
  private final List<QuantisedVector> vectors;
  private final List<QuantisedVector> unanswered;
  private final UnaryOperator<float[]> adapter;

  /**
   * @param vectors of {@code questions}, in their order, embedded as questions and adapted
   * @param unanswered vectors of the questions that nothing on file answers, made in the same way
   * @param adapter adapts the vector of a question that is asked
   */
  public ExpectedQuestions(
      List<Expected> questions,
      List<QuantisedVector> vectors,
      List<QuantisedVector> unanswered,
      UnaryOperator<float[]> adapter) {
    if (questions.size() != vectors.size()) {
      throw new IllegalArgumentException(
          questions.size() + " questions, but " + vectors.size() + " vectors");
    }
    this.questions = List.copyOf(questions);
    this.vectors = List.copyOf(vectors);
    this.unanswered = List.copyOf(unanswered);
    this.adapter = adapter;
  }

  /** All that a passage answers, story by story. */
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

  /** What people will ask, and nothing in {@code knowledge} answers. */
  public static List<String> unanswered(KnowledgeBase knowledge) {
    return knowledge.stories().stream().flatMap(story -> story.unanswered().stream()).toList();
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

  /** Those nearest to a question, by its vector as embedded. */
  public Nearest nearest(float[] question) {
    if (vectors.isEmpty()) {
      return Nearest.NONE;
    }
    QuantisedVector asked = QuantisedVector.of(adapter.apply(question));
    var cosines = new HashMap<String, Double>();
    double dense = 0;
    for (int i = 0; i < vectors.size(); i++) {
      double cosine = vectors.get(i).cosine(asked);
      cosines.merge(questions.get(i).passage(), cosine, Math::max);
      dense += Math.exp(SHARPNESS * cosine);
    }
    double denseUnanswered =
        unanswered.stream().mapToDouble(v -> Math.exp(SHARPNESS * v.cosine(asked))).sum();
    double answered =
        unanswered.isEmpty()
            ? 0
            : Math.log(dense / vectors.size() * unanswered.size() / denseUnanswered) / SHARPNESS;
    return new Nearest(cosines, answered);
  }
}
