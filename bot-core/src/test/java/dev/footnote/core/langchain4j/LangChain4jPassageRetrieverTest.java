package dev.footnote.core.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.TinyNews;
import dev.footnote.core.question.Question;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.ExpectedQuestions.Expected;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.core.retrieval.QuantisedVector;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.core.retrieval.WordsEmbedder;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LangChain4jPassageRetrieverTest {

  private static final String QUESTION = "How much did Boltix raise in its funding round?";
  private static final String STORY = "2026/05/bolt-raises";

  @TempDir private Path folder;
  private TinyNews news;

  @BeforeEach
  void index() {
    news = TinyNews.in(folder);
  }

  @AfterEach
  void close() {
    news.close();
  }

  @Test
  void the_passage_that_answers_comes_first_and_no_more_come_than_wanted() {
    Retrieval retrieval = retrieve(news, new WordsEmbedder(), QUESTION, 3);

    assertThat(retrieval.passages()).hasSizeBetween(1, 3);
    assertThat(retrieval.passages().get(0).passage().document()).isEqualTo(STORY);
    assertThat(retrieval.passages()).extracting(s -> s.passage().id()).doesNotHaveDuplicates();
  }

  @Test
  void its_signals_say_how_sure_one_can_be() {
    var near = retrieve(news, new WordsEmbedder(), QUESTION, 10).signals();
    var far = retrieve(news, new WordsEmbedder(), "sourdough bread at home", 10).signals();

    assertThat(near.cosine()).isBetween(-1.0, 1.0).isGreaterThan(far.cosine());
    assertThat(near.lexical()).isBetween(0.0, 1.0).isGreaterThan(far.lexical());
    assertThat(near.coverage()).isBetween(0.0, 1.0).isGreaterThan(far.coverage());
  }

  @Test
  void without_vectors_it_finds_by_words_and_asks_no_model() {
    try (var plain = TinyNews.withoutVectors(folder.resolve("plain"))) {
      Retrieval retrieval = retrieve(plain, new Refusing(), QUESTION, 5);

      assertThat(retrieval.passages().get(0).passage().document()).isEqualTo(STORY);
      assertThat(retrieval.signals().cosine()).isNaN();
    }
  }

  @Test
  void another_embedder_changes_what_is_found() {
    String wanted = news.story("2026/08/crane-acquires-dove").lead().get(0).text();
    Embedder stubborn =
        new WordsEmbedder() {
          @Override
          public float[] embedQuestion(String text) {
            return super.embedQuestion(wanted);
          }
        };

    assertThat(documents(retrieve(news, new WordsEmbedder(), "pension funds", 30)).get(0))
        .isEqualTo(STORY);
    assertThat(retrieve(news, stubborn, "something else entirely", 1).passages().get(0).passage())
        .extracting(p -> p.document())
        .isEqualTo("2026/08/crane-acquires-dove");
  }

  @Test
  void as_of_a_day_nothing_published_later_is_found() {
    var asOf = Optional.of(LocalDate.of(2026, 5, 10));
    var query = news.reader.read(new Question("latest on Acme", TinyNews.TODAY, asOf, List.of()));
    Retrieval retrieval = retriever(new WordsEmbedder(), Runnable::run).retrieve(query, 30);

    assertThat(retrieval.passages())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.passage().published()).isBeforeOrEqualTo("2026-05-10"));
  }

  @Test
  void a_question_in_other_words_finds_what_curators_expected_to_be_asked() {
    var embedder = new WordsEmbedder();
    String asked = "who coughed up half a billion for the bolt people";
    var query = news.reader.read(Question.of(asked, TinyNews.TODAY));
    String passage = STORY + "#0";
    var questions =
        new ExpectedQuestions(
            List.of(new Expected(passage, asked), new Expected("2026/01/gone#7", asked)),
            List.of(
                QuantisedVector.of(embedder.embedQuestion(query.text())),
                QuantisedVector.of(embedder.embedQuestion(query.text()))),
            List.of(QuantisedVector.of(embedder.embedQuestion("who lent the bolt people money"))),
            vector -> vector);

    Retrieval without = retriever(embedder, Runnable::run).retrieve(query, 30);
    Retrieval with =
        new LangChain4jPassageRetriever(news.index, embedder, () -> questions, Runnable::run)
            .retrieve(query, 30);

    assertThat(without.passages().get(0).passage().id()).isNotEqualTo(passage);
    var first = with.passages().get(0).passage();
    assertThat(first.id()).isEqualTo(passage);
    assertThat(with.expected().of(List.of(first)).get(passage))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(0.01));
    assertThat(with.signals().answered()).isPositive();
    assertThat(without.signals().answered()).isZero();
    var before =
        new Question(asked, TinyNews.TODAY, Optional.of(LocalDate.of(2026, 5, 3)), List.of());
    assertThat(
            new LangChain4jPassageRetriever(news.index, embedder, () -> questions, Runnable::run)
                .retrieve(news.reader.read(before), 30)
                .passages())
        .noneMatch(s -> s.passage().id().equals(passage));
  }

  @Test
  void searches_side_by_side_find_the_same_in_the_same_order() {
    String question =
        "What did The Daily Paper report about Acme raising money, and what did The Gazette say"
            + " about Boltix, while The Letter wrote of the Anvil API as of 1 July 2026?";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = retriever(new WordsEmbedder(), Runnable::run);
      var many = retriever(new WordsEmbedder(), threads);
      var query = news.reader.read(Question.of(question, TinyNews.TODAY));
      Retrieval expected = one.retrieve(query, 20);
      for (int i = 0; i < 20; i++) {
        Retrieval again = many.retrieve(query, 20);
        assertThat(again.passages()).isEqualTo(expected.passages());
        assertThat(again.signals()).isEqualTo(expected.signals());
      }
    }
  }

  @Test
  void for_other_applications_it_is_a_content_retriever_with_metadata() {
    List<Content> contents = contentRetriever(2).retrieve(Query.from(QUESTION));

    assertThat(contents).hasSizeBetween(1, 2);
    assertThat(contents.get(0).textSegment().text()).contains("$500 million");
    assertThat(contents.get(0).textSegment().metadata().toMap())
        .containsEntry("document", STORY)
        .containsEntry("title", "Boltix raises $500 million")
        .containsEntry("publisher", "The Daily Paper, The Gazette")
        .containsEntry("published", "2026-05-04")
        .containsEntry("url", "https://paper.example/b1");
    assertThat(contents.get(0).metadata()).containsKey(ContentMetadata.SCORE);
  }

  @Test
  void it_serves_in_another_applications_pipeline() {
    var pipeline =
        DefaultRetrievalAugmentor.builder().contentRetriever(contentRetriever(3)).build();
    var message = UserMessage.from(QUESTION);
    var result =
        pipeline.augment(
            new AugmentationRequest(message, Metadata.from(message, "memory", List.of())));

    assertThat(((UserMessage) result.chatMessage()).singleText()).contains("$500 million");
    assertThat(result.contents()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "\u200b", "<@U1>", "🙂", "the and of"})
  void of_a_question_without_words_it_finds_nothing_and_throws_nothing(String text) {
    assertThat(contentRetriever(5).retrieve(Query.from(text))).hasSizeLessThanOrEqualTo(5);
  }

  private FootnoteContentRetriever contentRetriever(int limit) {
    PassageRetriever retriever = retriever(new WordsEmbedder(), Runnable::run);
    return new FootnoteContentRetriever(
        news.reader, retriever, () -> Instant.parse("2026-11-20T08:00:00Z"), limit);
  }

  private LangChain4jPassageRetriever retriever(Embedder embedder, Executor executor) {
    return new LangChain4jPassageRetriever(
        news.index, embedder, () -> ExpectedQuestions.NONE, executor);
  }

  private static Retrieval retrieve(TinyNews news, Embedder embedder, String question, int limit) {
    return new LangChain4jPassageRetriever(
            news.index, embedder, () -> ExpectedQuestions.NONE, Runnable::run)
        .retrieve(news.reader.read(Question.of(question, TinyNews.TODAY)), limit);
  }

  private static List<String> documents(Retrieval retrieval) {
    return retrieval.passages().stream()
        .map(ScoredPassage::passage)
        .map(p -> p.document())
        .distinct()
        .toList();
  }

  /** A model that must not be asked. */
  private static final class Refusing implements Embedder {

    @Override
    public String model() {
      return "none";
    }

    @Override
    public float[] embedPassage(String text) {
      throw new AssertionError("nothing is to be embedded");
    }

    @Override
    public float[] embedQuestion(String text) {
      throw new AssertionError("nothing is to be embedded");
    }
  }
}
