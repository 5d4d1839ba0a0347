package dev.footnote.knowledge.content;

import java.util.List;

/**
 * A stretch of text up to its stop and the citation marks around that stop.
 *
 * @param start offset of its first character
 * @param end offset after its last character or mark
 * @param marks all within, in order
 * @param cited whether it ends in a mark
 */
record Sentence(int start, int end, List<Mark> marks, boolean cited) {}
