package dev.footnote.core.retrieval;

import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that curators wrote for the statements of their stories, to be compared with one
 * that is asked: it may share no word with the statement that answers it, but seldom means none of
 * the ways in which people ask for it. Immutable and safe for use by several threads.
 */
public final class ExpectedQuestions {

  /** One question and the passage that answers it. */
  public record Expected(String passage, String text) {}

  /** Where none were written, or nothing can be found by meaning. */
  public static final ExpectedQuestions NONE = new ExpectedQuestions(List.of(), List.of());

  private final List<Expected> questions;
  private final List<QuantisedVector> vectors;

  /**
   * @param vectors of {@code questions}, in their order, embedded as questions
   */
  public ExpectedQuestions(List<Expected> questions, List<QuantisedVector> vectors) {
    if (questions.size() != vectors.size()) {
      throw new IllegalArgumentException(
          questions.size() + " questions, but " + vectors.size() + " vectors");
    }
    this.questions = List.copyOf(questions);
    this.vectors = List.copyOf(vectors);
  }

  /** Those of {@code knowledge}, embedded by {@code embedder} one after the other. */
  public static ExpectedQuestions embedded(KnowledgeBase knowledge, Embedder embedder) {
    List<Expected> questions = all(knowledge);
    return new ExpectedQuestions(
        questions,
        questions.stream().map(q -> QuantisedVector.of(embedder.embedQuestion(q.text()))).toList());
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

  /**
   * How near {@code question} is to the nearest question of each passage that has any: its cosine,
   * by passage id.
   */
  public Map<String, Double> cosines(float[] question) {
    var cosines = new HashMap<String, Double>();
    QuantisedVector asked = QuantisedVector.of(question);
    for (int i = 0; i < vectors.size(); i++) {
      cosines.merge(questions.get(i).passage(), vectors.get(i).cosine(asked), Math::max);
    }
    return cosines;
  }
}
