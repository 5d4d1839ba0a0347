package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.question.Question;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionAnsweringTest {

  @TempDir private static Path folder;
  private static TinyNews news;

  @BeforeAll
  static void index() {
    news = TinyNews.in(folder);
  }

  @AfterAll
  static void close() {
    news.close();
  }

  @Test
  void a_date_leads_the_answer() {
    Answer.Grounded answer = answered("When did Acme launch Anvil 2?");

    assertThat(answer.statements().get(0).text()).isEqualTo("8 April 2026.");
    assertThat(answer.statements().get(1).text()).contains("8 April 2026");
    assertThat(documents(answer)).contains(TinyNews.LAUNCH);
  }

  @Test
  void an_amount_is_given_in_its_sentence() {
    Answer.Grounded answer = answered("How much did Boltix raise?");

    assertThat(answer.statements().get(0).text()).startsWith("Boltix raised $500 million");
    assertThat(documents(answer)).contains(TinyNews.BOLT_RAISES);
  }

  @Test
  void a_person_is_named() {
    Answer.Grounded answer = answered("Who is the chief executive of Boltix?");

    assertThat(answer.text()).contains("Ada Byron");
    assertThat(documents(answer)).contains(TinyNews.BOLT_RAISES);
  }

  @Test
  void a_comparison_speaks_of_both_sides() {
    Answer.Grounded answer = answered("Who raised more, Acme or Boltix?");

    assertThat(answer.text()).contains("$2 billion").contains("$500 million");
    assertThat(documents(answer)).contains(TinyNews.ACME_RAISES, TinyNews.BOLT_RAISES);
  }

  @Test
  void a_timeline_runs_in_the_order_of_time() {
    Answer.Grounded answer = answered("Timeline of the Anvil API");
    List<LocalDate> days =
        answer.statements().stream()
            .flatMap(s -> Figures.dates(s.text()).stream().limit(1))
            .map(Figures.Date::from)
            .toList();

    assertThat(days).hasSizeGreaterThan(1).isSorted();
  }

  @Test
  void the_latest_comes_before_what_is_older() {
    Answer.Grounded answer = answered("What is the latest on Acme?");

    assertThat(answer.asOf()).isAfterOrEqualTo(LocalDate.of(2026, 6, 3));
    assertThat(documents(answer)).doesNotContain(TinyNews.LAUNCH);
  }

  @Test
  void an_article_answers_with_its_own_sentence() {
    Answer.Grounded answer = answered("Where did Gull open a laboratory for household robots?");

    assertThat(answer.citations().get(0).quote())
        .isEqualTo("Gull opened a laboratory for household robots in Lisbon on 1 September 2026.");
    assertThat(answer.citations().get(0).publisher()).isEqualTo("The Gazette");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-04-07",
        "2026-04-08",
        "2026-05-10",
        "2026-06-05",
        "2026-07-01",
        "2026-11-20"
      })
  void as_of_a_day_no_answer_knows_more_than_that_day(String day) {
    LocalDate asOf = LocalDate.parse(day);
    for (String question :
        List.of(
            "When will the Anvil API come?",
            "What is the latest on Acme?",
            "How much did Acme raise?",
            "Timeline of the Anvil API",
            "Did Cranex acquire Dovely?",
            "Who raised more, Acme or Boltix?",
            "Where did Gull open a laboratory for household robots?")) {
      Answer answer = news.ask(question, asOf);
      switch (answer) {
        case Answer.Grounded g -> {
          assertThat(g.asOf()).isBeforeOrEqualTo(asOf);
          assertThat(g.citations())
              .allSatisfy(c -> assertThat(c.published()).isBeforeOrEqualTo(asOf));
        }
        case Answer.Abstained a ->
            assertThat(a.nearest())
                .allSatisfy(n -> assertThat(n.published()).isBeforeOrEqualTo(asOf));
      }
      assertThat(answer.followUps())
          .allSatisfy(f -> {
            if (asOf.isBefore(LocalDate.of(2026, 6, 3))) {
              assertThat(f).doesNotContain("delays");
            }
          });
    }
  }

  @Test
  void as_of_a_day_in_the_question_counts_as_well() {
    Answer.Grounded answer = answered("What was known of the Anvil API as of 5 June 2026?");

    assertThat(answer.citations())
        .allSatisfy(c -> assertThat(c.published()).isBeforeOrEqualTo("2026-06-05"));
  }

  @Test
  void a_follow_up_is_answered_about_what_was_spoken_of() {
    Answered first = news.ask(Question.of("How much did Boltix raise?", TinyNews.TODAY));
    var turn =
        new Question.Turn(
            first.query(),
            ((Answer.Grounded) first.answer())
                .citations().stream().map(Citation::document).distinct().toList());
    Answered next =
        news.ask(
            new Question(
                "and who is its chief executive?",
                TinyNews.TODAY,
                Optional.empty(),
                List.of(turn)));

    assertThat(next.answer()).isInstanceOf(Answer.Grounded.class);
    assertThat(((Answer.Grounded) next.answer()).text()).contains("Ada Byron");
  }

  @Test
  void sources_that_differ_are_shown_side_by_side() {
    Answer.Grounded answer = answered("How often was the Anvil API delayed?");

    assertThat(answer.disagreements())
        .singleElement()
        .satisfies(d -> {
          assertThat(d.values())
              .extracting(Statement::text)
              .hasSize(2)
              .anyMatch(t -> t.contains("twice"));
          assertThat(d.values()).allSatisfy(v -> assertThat(v.citations()).isNotEmpty());
        });
  }

  @Test
  void every_citation_of_every_answer_resolves_and_its_quote_stands_in_its_document() {
    for (String question : questions()) {
      if (news.ask(question) instanceof Answer.Grounded answer) {
        assertSound(answer);
      }
    }
  }

  @Test
  void the_same_question_is_answered_alike_every_time() {
    for (String question : questions()) {
      assertThat(news.ask(question)).isEqualTo(news.ask(question));
    }
  }

  @Test
  void without_any_vector_it_answers_by_words() {
    try (var plain = TinyNews.withoutVectors(folder.resolve("plain"))) {
      assertThat(plain.index.embedded()).isZero();
      assertThat(plain.ask("How much did Boltix raise?")).isInstanceOf(Answer.Grounded.class);
      assertThat(plain.ask("When did Acme launch Anvil 2?")).isInstanceOf(Answer.Grounded.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "???", "\u0000\u0001\u0002", "🙂🙂", "<@U123>", "\ud800"})
  void what_holds_no_word_is_no_question(String text) {
    assertThat(reason(text)).isEqualTo(Abstention.NO_QUESTION);
  }

  @Test
  void a_hundred_thousand_characters_are_too_long() {
    for (String text :
        List.of(
            "a".repeat(100_000),
            "Boltix ".repeat(20_000),
            "? ".repeat(50_000),
            "\0".repeat(100_000))) {
      assertThat(reason(text)).isEqualTo(Abstention.TOO_LONG);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I bake sourdough bread?",
        "best way to fix a leaking kitchen tap",
        "asdf qwer zxcv",
        "Tell me a joke about penguins"
      })
  void what_is_off_topic_is_not_answered(String question) {
    assertThat(news.ask(question)).isInstanceOf(Answer.Abstained.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What will Acme launch in 2031?",
        "How much will Boltix raise in March 2040?",
        "What happens at Acme next year?"
      })
  void the_far_future_is_not_answered(String question) {
    assertThat(reason(question)).isEqualTo(Abstention.IN_THE_FUTURE);
  }

  @Test
  void of_a_publisher_with_nothing_on_file_it_says_so() {
    var answer = (Answer.Abstained) news.ask("What did The Silent Times report about Acme?");

    assertThat(answer.reason()).isEqualTo(Abstention.NOTHING_ON_FILE);
    assertThat(answer.text()).contains("The Silent Times");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did Acme buy Boltix?",
        "When did Acme acquire Boltix?",
        "Was Boltix acquired by Acme?",
        "Did Dovely acquire Cranex?",
        "Was Cranex bought by Dovely?"
      })
  void what_did_not_happen_is_not_borne_out(String question) {
    assertThat(reason(question)).isEqualTo(Abstention.FALSE_PREMISE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did Cranex acquire Dovely?",
        "When did Cranex buy Dovely?",
        "Was Dovely acquired by Cranex?",
        "How much did Cranex pay to acquire Dovely?"
      })
  void what_did_happen_is(String question) {
    assertThat(documents(answered(question))).contains(TinyNews.TAKEOVER);
  }

  @Test
  void an_abstention_names_the_nearest_stories_each_once() {
    var answer = (Answer.Abstained) news.ask("Did Acme buy Boltix?");

    assertThat(answer.nearest())
        .extracting(Answer.Nearest::document)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void five_hundred_random_questions_throw_nothing_and_stay_sound() {
    var random = new Random(20_261_120);
    for (int i = 0; i < 500; i++) {
      String text = random(random, i);
      Optional<LocalDate> asOf =
          i % 3 == 0
              ? Optional.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330)))
              : Optional.empty();
      Answered answered = news.ask(new Question(text, TinyNews.TODAY, asOf, List.of()));
      if (answered.answer() instanceof Answer.Grounded grounded) {
        assertSound(grounded);
        assertThat(grounded.asOf()).isBeforeOrEqualTo(asOf.orElse(TinyNews.TODAY));
      }
    }
  }

  @Test
  void random_conversations_throw_nothing() {
    var random = new Random(7);
    var history = new ArrayList<Question.Turn>();
    for (int i = 0; i < 60; i++) {
      String text = i % 2 == 0 ? questions().get(i % questions().size()) : random(random, i);
      Answered answered =
          news.ask(new Question(text, TinyNews.TODAY, Optional.empty(), List.copyOf(history)));
      history.add(
          new Question.Turn(
              answered.query(), List.of(TinyNews.LAUNCH, "gull-1", "no such document")));
    }
    assertThat(history).hasSize(60);
  }

  private static String random(Random random, int kind) {
    List<String> words =
        List.of(
            "when",
            "who",
            "Acme",
            "Boltix",
            "and",
            "or",
            "than",
            "vs",
            "latest",
            "Anvil 2",
            "as of",
            "2026-02-30",
            "31 June 2026",
            "The Daily Paper",
            "The Letter",
            "?",
            ",",
            "raise",
            "buy",
            "by",
            "compare",
            "timeline",
            "between",
            "$1",
            "\"",
            "'",
            "[1]",
            "(",
            "*:*",
            "AND",
            "text:\"x",
            "~2",
            "99999999999999999999",
            "0",
            "-",
            "\n",
            "“",
            "last week",
            "in 2025",
            "since",
            "𝔸",
            "e\u0301",
            "\u202e",
            "\ud83d",
            "<script>",
            "@here",
            "it",
            "they");
    return switch (kind % 5) {
      case 0 ->
          random
              .ints(random.nextInt(300), 0, 0x10000)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining());
      case 1 ->
          random
              .ints(random.nextInt(80), 32, 127)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining());
      case 2 -> {
        var bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        yield new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      }
      default ->
          IntStream.range(0, 1 + random.nextInt(kind % 2 == 0 ? 12 : 300))
              .mapToObj(i -> words.get(random.nextInt(words.size())))
              .collect(Collectors.joining(" "));
    };
  }

  private static List<String> questions() {
    return List.of(
        "When did Acme launch Anvil 2?",
        "How much did Boltix raise?",
        "Who is the chief executive of Boltix?",
        "Who raised more, Acme or Boltix?",
        "Timeline of the Anvil API",
        "What is the latest on Acme?",
        "Why can developers not build on Anvil?",
        "Which companies raised money in May 2026?",
        "How many parameters does Anvil 2 have?",
        "Did Cranex acquire Dovely?",
        "What did The Letter report on Acme, and what did The Gazette report on Boltix?",
        "Which came first, the launch of Anvil 2 or the funding round of Boltix?");
  }

  private static void assertSound(Answer.Grounded answer) {
    assertThat(answer.citations())
        .extracting(Citation::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, answer.citations().size()).boxed().toList());
    assertThat(answer.statements().size()).isBetween(1, 8);
    for (Statement statement : answer.statements()) {
      assertThat(statement.citations())
          .allSatisfy(n -> assertThat(n).isBetween(1, answer.citations().size()));
    }
    for (Citation citation : answer.citations()) {
      assertThat(text(citation.document())).contains(citation.quote());
    }
    assertThat(answer.asOf())
        .isEqualTo(
            answer.citations().stream()
                .map(Citation::published)
                .max(LocalDate::compareTo)
                .orElseThrow());
  }

  private static String text(String document) {
    return document.equals(TinyNews.ARTICLE.id().value())
        ? TinyNews.ARTICLE.body()
        : news.knowledge.story(new StoryId(document)).map(Story::text).orElseThrow();
  }

  private static Answer.Grounded answered(String question) {
    Answer answer = news.ask(question);
    assertThat(answer).as(question).isInstanceOf(Answer.Grounded.class);
    return (Answer.Grounded) answer;
  }

  private static Abstention reason(String question) {
    Answer answer = news.ask(question);
    assertThat(answer).as(question).isInstanceOf(Answer.Abstained.class);
    return ((Answer.Abstained) answer).reason();
  }

  private static List<String> documents(Answer.Grounded answer) {
    return answer.citations().stream().map(Citation::document).distinct().toList();
  }
}
