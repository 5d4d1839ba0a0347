package dev.footnote.core.answer;

import java.util.HashSet;
import java.util.Set;

/**
 * What a sentence says of a question, and what its title adds.
 *
 * @param words of the question's content words those that the sentence says
 * @param titleWords those that its title says
 * @param names of the question's entities those that the sentence names
 * @param titleNames those that its title names
 */
record Said(Set<String> words, Set<String> titleWords, Set<String> names, Set<String> titleNames) {

  /** The words that the sentence or its title says. */
  Set<String> allWords() {
    return union(words, titleWords);
  }

  /** The entities that the sentence or its title names. */
  Set<String> allNames() {
    return union(names, titleNames);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }
}
