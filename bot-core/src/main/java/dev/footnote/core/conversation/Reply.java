package dev.footnote.core.conversation;

import dev.footnote.core.answer.Citation;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the bot says, for every platform: an adapter decides how it looks, never what it says.
 *
 * <p>All text in it is clean as {@link UntrustedText} has it, but not escaped: a renderer escapes
 * what its platform would take for markup or a mention. {@link #citations} are drawn after the
 * blocks as the numbered list of references, each with its link or "no link on file"; a reply that
 * is cut or split keeps them all.
 *
 * @param answerId names the answer that evidence, feedback and share act upon; empty where there is
 *     none
 * @param citations by number, ascending; every {@link Span.Cite} names one of them
 * @param actions what to offer next, in order
 */
public record Reply(
    Optional<String> answerId,
    Optional<String> title,
    List<Block> blocks,
    List<Citation> citations,
    List<Action> actions) {

  /** What stands in a reply, one below the other. */
  public sealed interface Block {

    /** Running text. */
    record Paragraph(List<Span> spans) implements Block {
      public Paragraph {
        spans = List.copyOf(spans);
      }
    }

    /** What the blocks below it are about. */
    record Heading(String text) implements Block {
      public Heading {
        text = UntrustedText.clean(text);
      }
    }

    /** A list, each item of spans. */
    record Bullets(List<List<Span>> items) implements Block {
      public Bullets {
        items = items.stream().map(List::copyOf).toList();
      }
    }

    /** Somebody else's words, verbatim. */
    record Quote(List<Span> spans) implements Block {
      public Quote {
        spans = List.copyOf(spans);
      }
    }

    /** A remark in small print. */
    record Note(List<Span> spans) implements Block {
      public Note {
        spans = List.copyOf(spans);
      }
    }

    /** A line between two parts. */
    record Divider() implements Block {}
  }

  /** What stands in a block, one after the other; spaces between spans are part of their text. */
  public sealed interface Span {

    /** Words. */
    record Text(String text, Style style) implements Span {
      public Text {
        text = UntrustedText.clean(text);
      }
    }

    /** The mark of citation {@code number}: {@code [1]}. */
    record Cite(int number) implements Span {}

    /** Words that lead somewhere. */
    record Link(String text, URI url) implements Span {
      public Link {
        text = UntrustedText.clean(text);
      }
    }

    static Text text(String text) {
      return new Text(text, Style.PLAIN);
    }

    static Text bold(String text) {
      return new Text(text, Style.BOLD);
    }

    static Text italic(String text) {
      return new Text(text, Style.ITALIC);
    }

    /** Something to type. */
    static Text code(String text) {
      return new Text(text, Style.CODE);
    }
  }

  /** How words stand out. */
  public enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE
  }

  /** What a reader can do next: a button where there are buttons. */
  public sealed interface Action {

    /** Shows the verbatim quotes behind the answer, to the reader alone. */
    record Evidence() implements Action {}

    /** Asks {@code question} in the same conversation. */
    record FollowUp(String question) implements Action {
      public FollowUp {
        question = UntrustedText.clean(question);
      }
    }

    /**
     * Runs a chat line, as {@link CommandParser} reads it.
     *
     * @param label at most a few words
     */
    record Run(String label, String line) implements Action {
      public Run {
        label = UntrustedText.clean(label);
        line = UntrustedText.clean(line);
      }
    }

    /** Says whether the answer was good, with a reason if not. */
    record Feedback() implements Action {}
  }

  public Reply {
    title = title.map(UntrustedText::clean);
    blocks = List.copyOf(blocks);
    citations = citations.stream().map(Reply::clean).toList();
    actions = List.copyOf(actions);
    var known = citations.stream().map(Citation::number).toList();
    if (!known.equals(known.stream().distinct().sorted().toList())) {
      throw new IllegalArgumentException("citations out of order: " + known);
    }
    spans(blocks)
        .filter(Span.Cite.class::isInstance)
        .map(span -> ((Span.Cite) span).number())
        .filter(number -> !known.contains(number))
        .findFirst()
        .ifPresent(number -> {
          throw new IllegalArgumentException("citation mark without citation: " + number);
        });
  }

  /** A reply that cites nothing and offers nothing. */
  public static Reply of(Block... blocks) {
    return new Reply(Optional.empty(), Optional.empty(), List.of(blocks), List.of(), List.of());
  }

  /** The whole reply without any markup: for notifications, logs of a person, and fallbacks. */
  public String plainText() {
    return PlainText.of(this);
  }

  private static Stream<Span> spans(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block ->
            switch (block) {
              case Block.Paragraph p -> p.spans().stream();
              case Block.Bullets b -> b.items().stream().flatMap(Collection::stream);
              case Block.Quote q -> q.spans().stream();
              case Block.Note n -> n.spans().stream();
              case Block.Heading h -> Stream.empty();
              case Block.Divider d -> Stream.empty();
            });
  }

  private static Citation clean(Citation c) {
    return new Citation(
        c.number(),
        UntrustedText.clean(c.publisher()),
        UntrustedText.clean(c.title()),
        c.url(),
        c.published(),
        UntrustedText.clean(c.quote()),
        c.document());
  }
}
