package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.answer.Abstention;
import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.TimeWindow;
import dev.footnote.knowledge.StoreException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonTest {

  private static final Path FILE = Path.of("footnote.db");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

  static Stream<Command> commands() {
    return Stream.of(
        new Command.Ask("Who \"leads\"\n<@U1> \ud83d\ude00?", Optional.of(DAY), Optional.of("x")),
        Command.Ask.of(""),
        new Command.Latest(Optional.empty()),
        new Command.Latest(Optional.of("OpenAI")),
        new Command.ShowStory("id"),
        new Command.Timeline("about"),
        new Command.Compare("a and b"),
        new Command.Check("claim"),
        new Command.Sources(Optional.of("x")),
        new Command.Why(),
        new Command.Share("a1"),
        new Command.Help());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_is_read_as_it_was_written(Command command) {
    assertThat(Json.read(FILE, Command.class, Json.write(command))).isEqualTo(command);
  }

  @Test
  void every_kind_of_command_is_tried() {
    assertThat(commands().map(Object::getClass).distinct())
        .hasSize(Command.class.getPermittedSubclasses().length);
  }

  @Test
  void a_reply_with_everything_in_it_is_read_as_it_was_written() {
    var reply =
        new Reply(
            Optional.of("a1"),
            Optional.of("Title"),
            List.of(
                new Block.Heading("Heading"),
                new Block.Paragraph(
                    List.of(
                        Span.bold("b"),
                        Span.italic("i"),
                        Span.code("c"),
                        new Span.Link("l", URI.create("https://example.org/?a=1&b=2")),
                        new Span.Cite(1))),
                new Block.Bullets(List.of(List.of(Span.text("x")), List.of())),
                new Block.Quote(List.of(Span.text("q"))),
                new Block.Note(List.of(Span.text("n"))),
                new Block.Divider()),
            ScriptedAnswering.grounded().citations(),
            List.of(
                new Action.Evidence(),
                new Action.FollowUp("Who?"),
                new Action.Run("label", "line"),
                new Action.Feedback()));

    assertThat(Json.read(FILE, Reply.class, Json.write(reply))).isEqualTo(reply);
  }

  @Test
  void an_answer_is_read_as_it_was_written() {
    var query =
        new Query(
            "text",
            AnswerKind.COMPARISON,
            TimeWindow.since(DAY),
            Optional.of(DAY),
            DAY,
            true,
            List.of(new Mention(Mention.Kind.PUBLISHER, "bbc", "BBC", 0, 3, List.of("BBC", "B"))),
            List.of("Zorp"),
            List.of("a", "b"),
            Optional.of("carried"),
            List.of(DAY),
            true,
            List.of(new dev.footnote.core.question.Span(1, 2)));
    var abstained =
        new Answer.Abstained(
            Abstention.FALSE_PREMISE,
            Optional.of("detail"),
            List.of(new Answer.Nearest("d", "t", DAY)),
            List.of("Who?"));
    for (var answer : List.of(ScriptedAnswering.grounded(), abstained)) {
      var answered =
          new Answered(
              query, answer, Duration.ofNanos(1_234_567), Duration.ZERO, Duration.ofDays(1));
      assertThat(Json.read(FILE, Answered.class, Json.write(answered))).isEqualTo(answered);
    }
  }

  @Test
  void what_is_no_longer_whole_is_named_without_being_quoted() {
    assertThatThrownBy(() -> Json.read(FILE, Command.class, "{\"kind\":\"Ask\",\"canary"))
        .isInstanceOf(StoreException.class)
        .hasNoCause()
        .hasMessageContaining("footnote.db")
        .hasMessageContaining("Command")
        .hasMessageNotContaining("canary");
  }
}
