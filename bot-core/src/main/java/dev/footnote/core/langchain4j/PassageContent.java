package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A passage as LangChain4j content. The segment's metadata name the document, title, publisher, day
 * and address, so that an injector or a reranker can use them.
 */
record PassageContent(By by, ScoredPassage scored) implements Content {

  /** Which retriever found it. */
  enum By {
    WORDS,
    MEANING,
    EXPECTED,
    FUSION
  }

  static List<Content> all(By by, List<ScoredPassage> found) {
    return found.stream().<Content>map(s -> new PassageContent(by, s)).toList();
  }

  @Override
  public TextSegment textSegment() {
    Passage passage = scored.passage();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("document", passage.document());
    metadata.put("title", passage.title());
    metadata.put("publisher", String.join(", ", passage.publishers()));
    metadata.put("published", passage.published().toString());
    passage.url().ifPresent(url -> metadata.put("url", url.toString()));
    return TextSegment.from(passage.text(), Metadata.from(metadata));
  }

  @Override
  public Map<ContentMetadata, Object> metadata() {
    return Map.of(ContentMetadata.SCORE, scored.score());
  }
}
