package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandParserTest {

  private final CommandParser parser = new CommandParser();

  @Test
  void free_text_is_a_question() {
    assertThat(parser.parse("  When will Meta release it? "))
        .isEqualTo(Command.Ask.of("When will Meta release it?"));
  }

  @Test
  void each_command_word_makes_its_command() {
    assertThat(parser.parse("ask Who leads it?")).isEqualTo(Command.Ask.of("Who leads it?"));
    assertThat(parser.parse("latest")).isEqualTo(new Command.Latest(Optional.empty()));
    assertThat(parser.parse("latest on OpenAI"))
        .isEqualTo(new Command.Latest(Optional.of("OpenAI")));
    assertThat(parser.parse("story meta-launches"))
        .isEqualTo(new Command.ShowStory("meta-launches"));
    assertThat(parser.parse("timeline of Muse Spark"))
        .isEqualTo(new Command.Timeline("Muse Spark"));
    assertThat(parser.parse("COMPARE a and b")).isEqualTo(new Command.Compare("a and b"));
    assertThat(parser.parse("check that it shipped")).isEqualTo(new Command.Check("it shipped"));
    assertThat(parser.parse("sources")).isEqualTo(new Command.Sources(Optional.empty()));
    assertThat(parser.parse("sources xAI")).isEqualTo(new Command.Sources(Optional.of("xAI")));
    assertThat(parser.parse("why")).isEqualTo(new Command.Why());
    assertThat(parser.parse("help")).isEqualTo(new Command.Help());
    assertThat(parser.parse("")).isEqualTo(new Command.Help());
  }

  @Test
  void the_slash_command_may_be_part_of_the_line() {
    assertThat(parser.parse("/ainews latest")).isEqualTo(new Command.Latest(Optional.empty()));
    assertThat(parser.parse("/why")).isEqualTo(new Command.Why());
  }

  @Test
  void a_question_may_begin_with_a_command_word() {
    assertThat(parser.parse("why did Meta delay it?"))
        .isEqualTo(Command.Ask.of("why did Meta delay it?"));
    assertThat(parser.parse("help me see what Meta did"))
        .isEqualTo(Command.Ask.of("help me see what Meta did"));
    assertThat(parser.parse("latest on Stargate?"))
        .isEqualTo(Command.Ask.of("latest on Stargate?"));
  }

  @Test
  void a_question_may_be_asked_as_of_a_day() {
    assertThat(parser.parse("ask --as-of 2026-05-01 Is it out?"))
        .isEqualTo(
            new Command.Ask("Is it out?", Optional.of(LocalDate.of(2026, 5, 1)), Optional.empty()));
    assertThat(parser.parse("ask --as-of 2026-13-01 Is it out?"))
        .isEqualTo(Command.Ask.of("--as-of 2026-13-01 Is it out?"));
  }

  @Test
  void a_mistyped_command_is_a_question_with_the_line_that_was_meant() {
    assertThat(parser.parse("lastest OpenAI"))
        .isEqualTo(
            new Command.Ask("lastest OpenAI", Optional.empty(), Optional.of("latest OpenAI")));
    assertThat(parser.parse("tiemline Anvil"))
        .isEqualTo(
            new Command.Ask("tiemline Anvil", Optional.empty(), Optional.of("timeline Anvil")));
    assertThat(parser.parse("store openings")).isEqualTo(Command.Ask.of("store openings"));
  }

  @Test
  void a_line_of_any_length_is_read() {
    assertThat(parser.parse("x".repeat(100_000))).isInstanceOf(Command.Ask.class);
    assertThat(parser.parse("\u0000\u001b\ufffd")).isInstanceOf(Command.Ask.class);
  }
}
