package dev.footnote.core.conversation;

import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.List;
import java.util.Optional;

/** Teaches by example what one can ask. */
final class HelpReplies {

  private static final String EXAMPLE = "When will Meta release the Muse Spark API?";

  Reply help() {
    return new Reply(
        Optional.empty(),
        Optional.of("Ask about AI-industry news"),
        List.of(
            new Block.Paragraph(
                List.of(
                    Span.text(
                        "Every sentence of an answer carries its sources. Where nothing is on file,"
                            + " the answer says so."))),
            new Block.Bullets(
                List.of(
                    item(EXAMPLE, "any question, in plain words"),
                    item(
                        "ask --as-of 2026-05-01 " + EXAMPLE, "as one could have answered that day"),
                    item("latest OpenAI", "the newest; alone: the newest stories"),
                    item("story meta-launches-muse-spark", "one story, with its timeline"),
                    item("timeline Muse Spark", "what happened, in order"),
                    item("compare OpenAI and Anthropic on funding", "side by side"),
                    item("check Meta spent 72.2 billion dollars in 2025", "is this claim covered?"),
                    item("sources Muse Spark", "all on file; alone: those of the last answer"),
                    item("why", "how the last question was understood, and why these sources")))),
        List.of(),
        List.of(new Action.FollowUp(EXAMPLE)));
  }

  private static List<Span> item(String line, String what) {
    return List.of(Span.code(line), Span.text(": " + what));
  }
}
