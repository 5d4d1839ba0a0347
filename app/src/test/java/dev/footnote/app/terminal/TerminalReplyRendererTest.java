package dev.footnote.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.ReplyRendererContract;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TerminalReplyRendererTest {

  private static final Reply ANSWER =
      new AnswerReplies()
          .reply(
              "a1",
              new ScriptedAnswering()
                  .answer(Question.of("What did Acme spend?", LocalDate.of(2026, 6, 6))));

  @Nested
  class A_plain_renderer extends ReplyRendererContract {

    @Override
    protected List<String> render(Reply reply) {
      return List.of(new TerminalReplyRenderer(Screen.PLAIN).render(reply));
    }

    @Override
    protected int limit() {
      return Integer.MAX_VALUE;
    }

    @Override
    protected String visible(String message) {
      return message;
    }

    @Override
    protected boolean pings(String message) {
      return message.indexOf('\u0007') >= 0;
    }
  }

  @Nested
  class A_colourful_renderer_that_draws_links extends ReplyRendererContract {

    @Override
    protected List<String> render(Reply reply) {
      return List.of(new TerminalReplyRenderer(new Screen(true, true, 80)).render(reply));
    }

    @Override
    protected int limit() {
      return Integer.MAX_VALUE;
    }

    @Override
    protected String visible(String message) {
      return message
          .replaceAll("\u001b\\]8;;[^\u001b]*\u001b\\\\", "")
          .replaceAll("\u001b\\[[0-9;]*m", "")
          .replaceAll("(?m)^  \\| ", "");
    }

    @Override
    protected boolean pings(String message) {
      return message.indexOf('\u0007') >= 0;
    }
  }

  @Test
  void an_answer_for_a_file_is_plain_lines() {
    assertThat(new TerminalReplyRenderer(Screen.PLAIN).render(ANSWER))
        .isEqualTo(
            """
            Acme spent $72.2 billion in 2025 on data centers. [1][2] A spokesman said the API would come in June. [2]

            Sources differ: How often it slipped
            - repeatedly [1]
            - twice [2]

            As of 5 June 2026. 1 statement was removed because its sources did not carry it.

            Sources
            [1] The Daily Paper: Acme delays the Anvil API, 2026-06-03 (no link on file)
            [2] The Letter: No date for Anvil, 2026-06-05
                https://letter.example/anvil?a=1&b=2

            Ask next
            - Who leads Acme?\
            """);
  }

  @Test
  void lines_are_wrapped_to_the_screen_and_never_between_a_word_and_its_mark() {
    var text = new TerminalReplyRenderer(new Screen(false, false, 40)).render(ANSWER);

    assertThat(text.lines().filter(l -> !l.contains("https://")))
        .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(40));
    assertThat(text.lines()).contains("- repeatedly [1]");
  }

  @Test
  void a_link_that_is_drawn_shows_its_true_host() {
    assertThat(new TerminalReplyRenderer(new Screen(false, true, 100)).render(ANSWER))
        .contains(
            "\u001b]8;;https://letter.example/anvil?a=1&b=2\u001b\\No date for Anvil\u001b]8;;\u001b\\")
        .contains("(letter.example)");
  }

  @Test
  void colours_are_off_where_NO_COLOR_is_set_or_the_terminal_is_dumb() {
    assertThat(Screen.of(Map.of("TERM", "xterm"), 120).colours()).isTrue();
    assertThat(Screen.of(Map.of("TERM", "xterm"), 120).width()).isEqualTo(100);
    assertThat(Screen.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), 0).colours()).isFalse();
    assertThat(Screen.of(Map.of("TERM", "dumb"), 80).colours()).isFalse();
    assertThat(Screen.of(Map.of("TERM", "xterm-kitty"), 80).links()).isTrue();
    assertThat(Screen.of(Map.of("TERM", "xterm", "FORCE_HYPERLINK", "1"), 80).links()).isTrue();
  }
}
