package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.knowledge.Story;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsReaderTest {

  private static final String FILE = "questions/2026/06/x.yaml";

  private static final String BODY =
      """
      Meta set no date for the API. [1] Partners were testing the API. [2]

      ## Timeline
      - 2026-06-03: Meta delays the API again. [1]
      """;

  @TempDir Path dir;

  private ContentFolder folder;

  @BeforeEach
  void open() {
    folder = new ContentFolder(dir).withStory(ContentFolder.FRONT, BODY);
  }

  @Test
  void a_statement_has_the_questions_that_stand_under_its_words() {
    Story story =
        story(
            """
            set no date for:
            - when does the spark api ship
            - "is there a date: any date"
            delays the API again:
            - did zuck push it back
            """);

    assertThat(story.statements().map(Story.Statement::questions))
        .containsExactly(
            List.of("when does the spark api ship", "is there a date: any date"),
            List.of(),
            List.of("did zuck push it back"));
    assertThat(story.timeline().get(0).statement().text()).isEqualTo("Meta delays the API again.");
  }

  @Test
  void what_a_story_does_not_answer_stands_under_a_heading_of_its_own() {
    Story story =
        story(
            """
            set no date for:
            - when does the spark api ship
            Not on file:
            - what will the spark api cost
            - who sued over the api
            """);

    assertThat(story.unanswered())
        .containsExactly("what will the spark api cost", "who sued over the api");
    assertThat(story.statements().flatMap(s -> s.questions().stream()))
        .containsExactly("when does the spark api ship");
  }

  @Test
  void a_question_is_answered_or_not() {
    assertThat(problems("set no date for:\n- when\nNot on file:\n- when\n"))
        .containsExactly(FILE + ":4: 'when' stands twice: keep one");
  }

  @Test
  void a_question_that_another_story_answers_is_on_file() {
    folder.with("stories/2026/06/y.md", ContentFolder.FRONT + BODY);
    folder.with("questions/2026/06/y.yaml", "set no date for:\n- when does it ship\n");

    assertThat(problems("Not on file:\n- what does it cost\n- when does it ship\n"))
        .containsExactly(FILE + ":3: 'when does it ship' is answered by 2026/06/y: remove it");
  }

  @Test
  void words_that_no_statement_says_are_reported() {
    assertThat(problems("set a date for:\n- when\n"))
        .containsExactly(
            FILE
                + ":1: no statement of stories/2026/06/x.md says 'set a date for':"
                + " quote a few words of the one that answers");
  }

  @Test
  void words_of_several_statements_are_reported() {
    assertThat(problems("set no date for:\n- when\nthe API:\n- what\n"))
        .containsExactly(
            FILE
                + ":3: 3 statements of stories/2026/06/x.md say 'the API':"
                + " quote more of the one that answers");
  }

  @Test
  void words_that_are_a_whole_statement_are_of_that_one() {
    folder.withStory(ContentFolder.FRONT, BODY + "- 2026-06-04: Meta delays the API [2]\n");

    assertThat(problems("Meta delays the API:\n- when\n")).isEmpty();
  }

  @Test
  void a_statement_named_twice_is_reported() {
    assertThat(problems("set no date:\n- when\nMeta set no:\n- what\n"))
        .containsExactly(
            FILE + ":3: 'Meta set no' is of a statement that has questions above: join the two");
  }

  @Test
  void a_question_that_stands_twice_is_too_long_or_empty_is_reported() {
    assertThat(
            problems(
                "set no date for:\n- when\n- "
                    + "x".repeat(201)
                    + "\n-\n"
                    + "Partners were:\n- when\n"))
        .containsExactly(
            FILE + ":3: a question of 201 characters: ask in at most 200",
            FILE + ":4: 'set no date for' is empty: fill it in or remove the key",
            FILE + ":6: 'when' stands twice: keep one");
  }

  @Test
  void a_file_of_no_story_is_reported() {
    assertThat(folder.with("questions/2026/06/y.yaml", "a:\n- b\n").problems())
        .containsExactly(
            "questions/2026/06/y.yaml:1: belongs to no story: name it after the one whose"
                + " questions it holds, questions/YYYY/MM/slug.yaml");
  }

  @Test
  void packaged_questions_are_those_of_the_files() {
    var read = folder.with(FILE, "set no date for:\n- when\n").load();

    assertThat(read.fingerprint())
        .isNotEqualTo(folder.with(FILE, "set no date for:\n- what\n").load().fingerprint());
  }

  private Story story(String questions) {
    return folder.with(FILE, questions).load().stories().getFirst();
  }

  private List<String> problems(String questions) {
    return folder.with(FILE, questions).problems();
  }
}
