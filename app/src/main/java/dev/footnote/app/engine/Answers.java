package dev.footnote.app.engine;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.answer.QuestionAnswering;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.knowledge.KnowledgeBase;

/** What answers and searches, with the names that are known at one time. */
record Answers(Answering answering, PassageSearch search) {

  static Answers of(KnowledgeBase knowledge, PassageIndex index, PassageRetriever retriever) {
    var vocabulary = Vocabulary.of(knowledge, index.publishers().keySet());
    var reader = new QuestionReader(vocabulary);
    return new Answers(
        new QuestionAnswering(reader, vocabulary, retriever, index, knowledge),
        (words, today, limit) ->
            retriever.retrieve(reader.read(Question.of(words, today)), limit).passages());
  }
}
