package dev.footnote.app.command;

import dev.footnote.app.engine.Engine;
import dev.footnote.core.conversation.CommandParser;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Conversations;
import dev.footnote.core.conversation.InMemoryConversationMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/** A conversation. What is typed is kept nowhere but in this process. */
@Command(
    name = "chat",
    description = "Talk in the terminal: follow-ups know what was said before. Nothing is kept.",
    footer = {
      "",
      "Examples:",
      "  footnote chat",
      "  printf 'Who leads Anthropic?\\nwhy\\n' | footnote chat",
      "",
      "Type a question, or: latest, story, timeline, compare, check, sources, why, help.",
      "'quit' or Ctrl-D ends it."
    })
final class ChatCommand implements Callable<Integer> {

  private static final ConversationId HERE = new ConversationId("terminal");
  private static final List<String> GOODBYES = List.of("quit", "exit", "bye", "/quit", "/exit");

  private final Footnote footnote;
  private final CommandParser parser = new CommandParser();

  ChatCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    try (var engine = footnote.open()) {
      engine.embedInBackground();
      var conversations = conversations(engine);
      if (footnote.streams().interactive()) {
        talk(conversations);
      } else {
        read(conversations);
      }
      return CommandLines.DONE;
    } catch (IOException e) {
      throw new FailureException("standard input: cannot be read");
    }
  }

  private Conversations conversations(Engine engine) {
    var memory = new InMemoryConversationMemory(footnote.clock(), Duration.ofDays(1), 1);
    var next = new AtomicLong();
    return new Conversations(
        engine.answering(),
        engine.search(),
        engine.knowledge(),
        memory,
        footnote.clock(),
        () -> Long.toString(next.incrementAndGet()));
  }

  private void talk(Conversations conversations) throws IOException {
    var err = footnote.streams().err();
    err.println("Ask about AI-industry news. 'help' shows how, Ctrl-D ends. Nothing is kept.");
    try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      var reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("footnote")
              .completer(new StringsCompleter(completions()))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      while (true) {
        try {
          var line = reader.readLine("footnote> ");
          if (isGoodbye(line)) {
            return;
          }
          say(conversations, line);
        } catch (UserInterruptException e) {
          err.println("Ctrl-D ends the conversation.");
        } catch (EndOfFileException e) {
          return;
        }
      }
    }
  }

  private void read(Conversations conversations) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(footnote.streams().in(), StandardCharsets.UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (isGoodbye(line)) {
        return;
      }
      say(conversations, line);
    }
  }

  private void say(Conversations conversations, String line) {
    if (line.isBlank()) {
      return;
    }
    var zone = footnote.settings().timeZone();
    footnote.show(conversations.reply(HERE, parser.parse(line), zone));
    footnote.streams().out().println();
    footnote.streams().out().flush();
  }

  private static boolean isGoodbye(String line) {
    return GOODBYES.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  private List<String> completions() {
    var words = new ArrayList<>(CommandParser.WORDS);
    words.add("quit");
    return words;
  }
}
