package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private static final String PREFACE = "-# somebody: " + "w".repeat(300);

  /** The first page is full to every degree, its limit and one more included. */
  @Test
  void who_asked_what_stands_above_however_full_the_page_is() {
    for (int length : IntStream.rangeClosed(3600, 4010).toArray()) {
      var messages = Drawing.messages(reply(length), PREFACE, List.of());

      assertThat(text(messages.getFirst())).as(length + " words").startsWith(PREFACE);
      assertThat(messages).allMatch(m -> text(m).replace("\n", "").length() <= 4000);
    }
  }

  private static Reply reply(int length) {
    return Reply.of(new Block.Paragraph(List.of(Span.text("a ".repeat(length / 2)))));
  }

  private static String text(MessageCreateData message) {
    return String.join(
        "\n",
        message.getComponents().stream()
            .map(c -> c instanceof TextDisplay t ? t.getContent() : "")
            .toList());
  }
}
