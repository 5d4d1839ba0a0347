/**
 * The retrieval pipeline and the embedding model on LangChain4j; the only importer of LangChain4j.
 */
@NullMarked
package dev.footnote.core.langchain4j;

import org.jspecify.annotations.NullMarked;
