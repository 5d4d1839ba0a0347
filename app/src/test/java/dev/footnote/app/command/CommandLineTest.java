package dev.footnote.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.app.engine.Engine;
import dev.footnote.app.engine.IndexStatus;
import dev.footnote.app.engine.Wiring;
import dev.footnote.app.platform.ChatPlatform;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.data.ArticleImport;
import dev.footnote.core.question.Question;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.ingest.ImportLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir private Path folder;
  private final SampleEngine engine = new SampleEngine();

  @Test
  void ask_prints_the_answer_with_its_sources_and_nothing_on_standard_error() {
    var run = Run.of(engine, "ask", "What", "did", "Acme", "spend?");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Acme spent $72.2 billion").contains("[2] The Letter");
    assertThat(run.err()).isEmpty();
    assertThat(engine.closed).isEqualTo(1);
  }

  @Test
  void ask_json_prints_one_line_with_the_keys_of_the_contract_in_its_order() throws IOException {
    var run = Run.of(engine, "ask", "--json", "What did Acme spend?");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(keys(run.out()))
        .startsWith(
            "id",
            "question",
            "answer",
            "abstained",
            "reason",
            "asOf",
            "statements",
            "citations",
            "disagreements",
            "nearest",
            "followUps",
            "millis");
    assertThat(run.out())
        .contains("\"answer\":\"Acme spent $72.2 billion in 2025 on data centers. [1][2] A spokes")
        .contains("\"reason\":null,\"asOf\":\"2026-06-05\",\"statements\":[{\"text\":\"Acme spent")
        .contains(
            "{\"n\":1,\"publisher\":\"The Daily Paper\",\"title\":\"Acme delays the Anvil API\"")
        .contains("\"url\":null,\"published\":\"2026-06-03\",\"quote\":\"Acme spent")
        .contains("\"document\":\"2026/06/acme-delays-anvil-api\"}")
        .contains("\"values\":[{\"text\":\"repeatedly\",\"citations\":[1]}")
        .contains("\"millis\":{\"retrieve\":4,\"write\":2,\"total\":9}");
  }

  @Test
  void an_abstention_is_a_valid_answer() {
    var run = Run.of(engine, "ask", "--json", "What is Zorp?");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"abstained\":true,\"reason\":\"nothing-on-file\",\"asOf\":null")
        .contains("\"nearest\":[{\"document\":\"2026/06/acme-delays-anvil-api\"");
  }

  @Test
  void an_answer_from_an_index_under_construction_says_so_on_standard_error() {
    engine.embedded = 4;
    var run = Run.of(engine, "ask", "--json", "What did Acme spend?");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err())
        .isEqualTo(
            "4 of 9 passages are found by meaning so far, the others by their words alone;"
                + " 'footnote kb index' finishes that\n");
  }

  @Test
  void as_of_reaches_the_question() {
    Run.of(engine, "ask", "--as-of", "2026-05-01", "Acme?");

    assertThat(engine.answering.asked())
        .extracting(Question::asOf)
        .containsExactly(Optional.of(LocalDate.of(2026, 5, 1)));
  }

  @Test
  void a_batch_is_answered_in_order_and_a_follow_up_knows_the_question_before_it()
      throws IOException {
    var file =
        Files.writeString(
            folder.resolve("q.jsonl"),
            """
            {"id":"a","question":"What did Acme spend?"}
            {"id":"b","question":"and who leads it?","after":"a"}

            {"id":3,"question":"What is Zorp?"}
            """);
    var run = Run.of(engine, "ask", "--batch", file.toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(l -> l.substring(0, 9)))
        .containsExactly("{\"id\":\"a\"", "{\"id\":\"b\"", "{\"id\":\"3\"");
    assertThat(engine.answering.asked())
        .extracting(q -> q.history().size())
        .containsExactly(0, 1, 0);
    assertThat(engine.opened).isEqualTo(1);
  }

  @Test
  void a_line_of_a_batch_that_cannot_be_used_is_named_and_the_others_are_answered() {
    var input =
        """
        {"id":"a","question":"Acme?"}
        nonsense
        {"id":"b"}
        {"id":"c","question":"?","after":"zzz"}
        {"id":"d","question":"Acme?"}
        """;
    var run = Run.with(input, Map.of(), engine, "ask", "--batch", "-");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err())
        .isEqualTo(
            """
            -:2: not JSON; write {"id": "1", "question": "…"} on one line
            -:3: needs a "question" that is text
            -:4: "after": no question 'zzz' stands before it
            """);
  }

  @Test
  void a_question_of_any_kind_is_answered_or_refused_in_one_line() {
    for (var question :
        List.of("", "   ", "x".repeat(100_000), "\u0000\u0001\ufffd\u001b[31m", "'; DROP TABLE")) {
      var run = Run.of(engine, "ask", question);
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).doesNotContain("\u001b");
    }
    var fromInput = Run.with("Acme?\n", Map.of(), engine, "ask", "-");
    assertThat(fromInput.out()).startsWith("Acme spent");
  }

  @Test
  void search_prints_the_passages_as_the_contract_has_them() throws IOException {
    var run = Run.of(engine, "search", "--json", "--limit", "3", "Anvil", "API");

    assertThat(run.out().strip())
        .isEqualTo(
            "{\"id\":\"1\",\"query\":\"Anvil API\",\"passages\":[{\"rank\":1,\"score\":0.5,"
                + "\"document\":\"7\",\"publisher\":\"The Letter\",\"title\":\"No date for Anvil\","
                + "\"url\":\"https://letter.example/7\",\"published\":\"2026-06-05\","
                + "\"text\":\"The Anvil API has no date.\"}]}");
    var batch =
        Run.with(
            "{\"id\":\"q1\",\"query\":\"Zorp\"}\n", Map.of(), engine, "search", "--batch", "-");
    assertThat(batch.out()).isEqualTo("{\"id\":\"q1\",\"query\":\"Zorp\",\"passages\":[]}\n");
    assertThat(Run.of(engine, "search", "Anvil").out())
        .contains("The Anvil API has no date.")
        .contains("https://letter.example/7");
  }

  @Test
  void stories_are_listed_filtered_and_counted_without_opening_the_engine() {
    assertThat(Run.of(engine, "stories").out())
        .contains("2026-06-03 Acme delays the Anvil API (2 sources, 2 independent)")
        .contains("2 of 2 stories.");
    assertThat(Run.of(engine, "stories", "--entity", "Acme Labs", "--until", "2026-05-01").out())
        .contains("1 of 1 stories.");
    assertThat(Run.of(engine, "stories", "--topic", "modles").err())
        .isEqualTo("modles: No entity or topic goes by that name. Did you mean Models?\n");
    assertThat(engine.opened).isZero();
  }

  @Test
  void a_story_and_a_timeline_are_shown_without_opening_the_engine() {
    assertThat(Run.of(engine, "story", "acme-delays").out()).contains("Sources differ", "Timeline");
    assertThat(Run.of(engine, "timeline", "Anvil", "2").out()).startsWith("Timeline: Anvil 2");
    var unknown = Run.of(engine, "story", "acme");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("Did you mean one of these?");
    assertThat(engine.opened).isZero();
  }

  @Test
  void chat_reads_plain_lines_where_there_is_no_terminal() {
    var run =
        Run.with("What did Acme spend?\nwhy\n\nquit\nWhat is Zorp?\n", Map.of(), engine, "chat");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Acme spent").contains("Names known: Acme");
    assertThat(engine.answering.asked()).hasSize(1);
  }

  @Test
  void an_import_reports_what_became_of_each_line() throws IOException {
    var file = Files.writeString(folder.resolve("a.jsonl"), "{}\n{}\n{}\n");
    var run = Run.of(engine, "kb", "import", file.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("1 new, 0 changed, 1 unchanged, 1 rejected\n");
    assertThat(run.err()).contains("a.jsonl:3: needs a \"title\"").contains("Importing: 3 of 3");
    assertThat(Run.of(engine, "kb", "import", "none.jsonl").err())
        .isEqualTo("none.jsonl: no such file; check the path\n");
  }

  @Test
  void an_import_that_brings_nothing_new_does_not_say_what_becomes_of_it() throws IOException {
    var file = Files.writeString(folder.resolve("a.jsonl"), "{}\n");
    assertThat(Run.of(engine, "kb", "import", file.toString()).err())
        .contains("They can be found by their words now");
    engine.imported =
        new ArticleImport.Report(0, 0, 0, List.of(new ImportLine.Rejected(1, "is empty")));

    var run = Run.of(engine, "kb", "import", file.toString());
    assertThat(run.out()).isEqualTo("0 new, 0 changed, 0 unchanged, 1 rejected\n");
    assertThat(run.err()).doesNotContain("They can be found");
  }

  @Test
  void the_index_is_brought_up_to_date_and_counted() {
    assertThat(Run.of(engine, "kb", "index").out()).isEqualTo("9 passages, 9 of them embedded\n");
    assertThat(Run.of(engine, "kb", "stats").out())
        .contains("stories              2\n")
        .contains("articles             2\n")
        .contains("\nstories by month\n  20")
        .contains("\nstories by topic\n  ")
        .contains("\nstories by entity\n  ")
        .contains("\nstories by publisher\n  ")
        .contains("\nstories by number of sources\n  ");
  }

  @Test
  void a_content_folder_with_a_defect_fails_with_file_and_line() throws IOException {
    for (var name : List.of("publishers", "entities", "topics")) {
      Files.writeString(folder.resolve(name + ".yaml"), "- id: NOT KEBAB\n");
    }
    var run = Run.of(engine, "kb", "check", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("publishers.yaml:1: ");
    assertThat(run.err()).endsWith("in " + folder + "\n");
    assertThat(Run.of(engine, "kb", "check", folder.resolve("none").toString()).code())
        .isEqualTo(2);
  }

  @Test
  void doctor_says_which_tokens_are_set_and_never_their_values() {
    var run =
        Run.with(
            "",
            Map.of("SAMPLE_TOKEN", "s3cr3t", "FOOTNOTE_DATA", folder.toString()),
            engine,
            "doctor");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("SAMPLE_TOKEN is set")
        .contains("ok       sample       token: accepted")
        .contains(folder + ": readable and writable")
        .doesNotContain("s3cr3t");
  }

  @Test
  void doctor_asks_each_platform_and_says_what_to_do() {
    var refused = Run.with("", Map.of("SAMPLE_TOKEN", "bad"), engine, "doctor");
    var half = Run.with("", Map.of("SAMPLE_SECRET", "x"), engine, "doctor");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("problem  sample       token: refused; take the right one");
    assertThat(half.code()).isEqualTo(1);
    assertThat(half.out())
        .contains("problem  platform     SAMPLE_SECRET: is set without SAMPLE_TOKEN; set both");
    assertThat(Run.of(engine, "doctor").out()).contains("no chat platform is set up");
  }

  @Test
  void serve_says_what_is_missing_and_opens_nothing() {
    assertOneLine(
        Run.of(engine, "serve"),
        "no chat platform is set up; set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN or"
            + " SLACK_SIGNING_SECRET");
    assertOneLine(
        Run.with("", Map.of("SAMPLE_SECRET", "x"), engine, "serve"),
        "SAMPLE_SECRET: is set without SAMPLE_TOKEN");
    assertOneLine(
        Run.with("", Map.of("SAMPLE_SECRET", "x", "SAMPLE_TOKEN", "y"), engine, "serve"),
        "set FOOTNOTE_HTTP_PORT");
    assertOneLine(
        Run.with("", Map.of("FOOTNOTE_DISCORD_API_URL", "http://host/api/"), engine, "serve"),
        "set both or neither");
    assertThat(engine.opened).isZero();
  }

  @Test
  void doctor_names_every_wrong_setting_and_fails() {
    var run = Run.with("", Map.of("FOOTNOTE_DTA", "x"), engine, "doctor");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("problem  settings     environment: unknown setting FOOTNOTE_DTA");
  }

  @Test
  void wrong_usage_is_one_line_with_a_suggestion_and_exit_code_2() {
    assertOneLine(Run.of(engine, "aks", "x"), "did you mean ask?");
    assertOneLine(Run.of(engine, "Who leads OpenAI?"), "did you mean footnote ask \"…\"?");
    assertOneLine(Run.of(engine, "ask", "--jsn", "x"), "did you mean --json?");
    assertOneLine(Run.of(engine, "ask"), "the question is missing");
    assertOneLine(Run.of(engine, "ask", "--as-of", "May", "x"), "write a day as YYYY-MM-DD");
    assertOneLine(Run.of(engine, "search", "--limit", "many", "x"), "--limit");
    assertOneLine(Run.of(engine, "search", "--limit", "0", "x"), "--limit is 1 to 100");
    assertOneLine(Run.of(engine, "kb", "chekc"), "did you mean check?");
    assertOneLine(Run.of(engine, "--config", "none.yaml", "ask", "x"), "no such settings file");
    assertThat(engine.opened).isZero();
  }

  @Test
  void help_teaches_by_example_on_every_command() {
    for (var path :
        List.of(
            "",
            "ask",
            "chat",
            "search",
            "stories",
            "story",
            "timeline",
            "kb",
            "kb check",
            "kb import",
            "kb index",
            "kb stats",
            "serve",
            "doctor")) {
      var arguments = new ArrayList<>(path.isEmpty() ? List.of() : List.of(path.split(" ")));
      arguments.add("--help");
      var run = Run.of(new BrokenWiring(), arguments.toArray(String[]::new));
      assertThat(run.code()).as(path).isZero();
      assertThat(run.out()).as(path).contains("Example").contains("footnote " + path);
      assertThat(run.err()).as(path).isEmpty();
    }
  }

  @Test
  void a_completion_script_names_the_commands() {
    assertThat(Run.of(engine, "generate-completion").out()).contains("doctor").contains("--as-of");
  }

  @Test
  void an_expected_fault_is_its_own_line_and_an_unexpected_one_hints_at_debug() {
    var store = Run.of(new BrokenWiring(), "ask", "x");
    assertThat(store.code()).isEqualTo(1);
    assertThat(store.err()).isEqualTo("data: cannot be read; choose another\n");

    var bug = Run.of(new BrokenWiring(), "stories");
    assertThat(bug.code()).isEqualTo(1);
    assertThat(bug.err())
        .isEqualTo(
            "footnote stories: failed unexpectedly: java.lang.IllegalStateException: a bug"
                + " (--debug shows where)\n");
    assertThat(Run.of(new BrokenWiring(), "--debug", "stories").err()).contains("at dev.footnote");
  }

  private static void assertOneLine(Run run, String words) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(words);
    assertThat(run.out()).isEmpty();
  }

  private static List<String> keys(String json) throws IOException {
    var keys = new ArrayList<String>();
    new ObjectMapper().readTree(json).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static final class BrokenWiring implements Wiring {

    @Override
    public KnowledgeBase knowledge(Settings settings) {
      throw new IllegalStateException("a bug");
    }

    @Override
    public Engine open(Settings settings, Engine.Progress progress) {
      throw new KnowledgeException("data: cannot be read; choose another");
    }

    @Override
    public IndexStatus inspect(Settings settings) {
      return IndexStatus.NONE;
    }

    @Override
    public List<ChatPlatform> platforms() {
      return List.of();
    }
  }
}
