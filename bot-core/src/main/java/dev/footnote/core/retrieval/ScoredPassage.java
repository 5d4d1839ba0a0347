package dev.footnote.core.retrieval;

/**
 * A passage and how well it fits. Scores compare within one retrieval only.
 *
 * @param score higher is better
 */
public record ScoredPassage(Passage passage, double score) {}
