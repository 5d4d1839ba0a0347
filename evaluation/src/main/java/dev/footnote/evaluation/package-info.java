/** Measures retrieval, abstention and citations over public benchmarks and questions of our own. */
@NullMarked
package dev.footnote.evaluation;

import org.jspecify.annotations.NullMarked;
