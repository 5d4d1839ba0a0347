package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageSplitterTest {

  private static final int BOUND = 1_390;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t"})
  void a_blank_body_has_no_passages(String body) {
    assertThat(split(body)).isEmpty();
  }

  @Test
  void a_short_body_is_one_passage_that_names_its_article() {
    assertThat(split(" One. Two.\n"))
        .singleElement()
        .satisfies(p -> {
          assertThat(p.text()).isEqualTo("One. Two.");
          assertThat(p.id()).isEqualTo("a#0");
          assertThat(p.publishers()).containsExactly("The Gazette");
          assertThat(p.published()).isEqualTo("2026-06-03").isEqualTo(p.day());
        });
  }

  @Test
  void a_long_body_is_cut_between_sentences_and_a_short_last_one_is_repeated() {
    String body = sentences(100, 8);
    List<Passage> passages = split(body);

    assertThat(passages).hasSizeGreaterThan(2);
    for (int i = 0; i < passages.size(); i++) {
      String text = passages.get(i).text();
      assertThat(text).startsWith("Sentence ").endsWith(".").hasSizeLessThanOrEqualTo(BOUND);
      assertThat(passages.get(i).ordinal()).isEqualTo(i);
      if (i > 0) {
        String before = passages.get(i - 1).text();
        assertThat(text).startsWith(before.substring(before.lastIndexOf("Sentence ")));
      }
    }
  }

  @Test
  void a_sentence_before_an_endless_one_is_not_repeated_alone() {
    String body = "Short one. Another one. " + "x".repeat(1_200) + ". End.";
    List<String> texts = split(body).stream().map(Passage::text).toList();

    assertThat(texts).doesNotContain("Another one.");
  }

  @Test
  void text_without_full_stops_is_cut_between_words() {
    String body = "wordy ".repeat(2_000).strip();
    List<Passage> passages = split(body);

    assertThat(passages).hasSizeGreaterThan(5);
    assertThat(passages)
        .allSatisfy(p -> {
          assertThat(p.text()).startsWith("wordy").endsWith("wordy");
          assertThat(p.text()).hasSizeLessThanOrEqualTo(BOUND);
        });
    assertThat(words(passages)).isEqualTo(2_000);
  }

  @Test
  void no_character_is_cut_in_two() {
    for (int shift = 0; shift < 4; shift++) {
      String body = "x".repeat(shift) + "🙂".repeat(3_000);
      List<Passage> passages = split(body);

      assertThat(passages.stream().map(Passage::text).collect(Collectors.joining()))
          .isEqualTo(body);
      assertThat(passages)
          .allSatisfy(p ->
              assertThat(
                      new String(p.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                  .isEqualTo(p.text()));
    }
  }

  @Test
  void whatever_the_body_passages_are_verbatim_bounded_in_order_and_complete() {
    var random = new Random(2);
    for (int i = 0; i < 200; i++) {
      String body =
          IntStream.range(0, random.nextInt(120))
              .mapToObj(n ->
                  "w".repeat(1 + random.nextInt(12))
                      + " ".repeat(random.nextInt(50) == 0 ? 900 : 1)
                      + (random.nextInt(9) == 0 ? "End. " : "")
                      + (random.nextInt(20) == 0 ? "\n\n" : "")
                      + (random.nextInt(25) == 0 ? "y".repeat(random.nextInt(1_600)) : ""))
              .collect(Collectors.joining());
      int end = 0;
      for (Passage passage : split(body)) {
        assertThat(passage.text()).isNotBlank().hasSizeLessThanOrEqualTo(BOUND);
        int start = body.indexOf(passage.text(), Math.max(0, end - 200));
        assertThat(start).isNotNegative();
        assertThat(start > end ? body.substring(end, start) : "").isBlank();
        end = Math.max(end, start + passage.text().length());
      }
    }
  }

  @Test
  void an_endless_title_leaves_room_for_the_text() {
    List<Passage> passages = PassageSplitter.split(article("t".repeat(5_000), sentences(60, 8)));

    assertThat(passages).hasSizeLessThan(20);
    assertThat(passages).allSatisfy(p -> assertThat(p.text()).contains("Sentence "));
  }

  @Test
  void a_story_is_one_passage_a_statement_known_from_its_first_reference_on() {
    KnowledgeBase knowledge = CuratedKnowledge.packaged();
    for (Story story : knowledge.stories()) {
      List<Passage> passages = PassageSplitter.split(story, knowledge);
      List<Story.Statement> statements = story.statements().toList();

      assertThat(passages).hasSameSizeAs(statements);
      for (int i = 0; i < passages.size(); i++) {
        Passage passage = passages.get(i);
        assertThat(passage.text()).isEqualTo(statements.get(i).quote());
        assertThat(story.text()).contains(passage.text());
        assertThat(passage.publishers()).isNotEmpty();
        assertThat(statements.get(i).references())
            .extracting(n -> story.reference(n).published())
            .contains(passage.published())
            .noneMatch(d -> d.isBefore(passage.published()));
      }
    }
  }

  private static long words(List<Passage> passages) {
    return passages.stream().mapToLong(p -> p.text().split(" ", -1).length).sum();
  }

  private static String sentences(int count, int words) {
    return IntStream.range(0, count)
        .mapToObj(n -> "Sentence " + n + " says" + " something".repeat(words) + ".")
        .collect(Collectors.joining(" "));
  }

  private static List<Passage> split(String body) {
    return PassageSplitter.split(article("Title", body));
  }

  private static Article article(String title, String body) {
    return new Article(
        new ArticleId("a"),
        title,
        URI.create("https://gazette.example/a"),
        "The Gazette",
        Optional.empty(),
        Instant.parse("2026-06-03T23:59:00Z"),
        body);
  }
}
