package dev.footnote.core.answer;

import dev.footnote.core.question.Query;
import java.time.Duration;

/**
 * An answer, how its question was understood, and what it cost.
 *
 * @param retrieve time spent finding passages
 * @param write time spent judging, writing and grounding
 * @param total from question to answer
 */
public record Answered(
    Query query, Answer answer, Duration retrieve, Duration write, Duration total) {}
