package dev.footnote.core.langchain4j;

import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Footnote's retrieval for any LangChain4j application: give it to an AI service or an augmentor.
 * Each content's metadata name its document, title, publisher, day and address.
 */
public final class FootnoteContentRetriever implements ContentRetriever {

  private final QuestionReader reader;
  private final PassageRetriever retriever;
  private final InstantSource clock;
  private final int limit;

  /**
   * @param limit contents wanted, 1 to 100
   */
  public FootnoteContentRetriever(
      QuestionReader reader, PassageRetriever retriever, InstantSource clock, int limit) {
    this.reader = reader;
    this.retriever = retriever;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public List<Content> retrieve(Query query) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return PassageContent.all(
        PassageContent.By.FUSION,
        retriever.retrieve(reader.read(Question.of(query.text(), today)), limit).passages());
  }
}
