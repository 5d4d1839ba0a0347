package dev.footnote.core.conversation;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is on file about a claim, without claiming to know whether it is true. */
final class CheckReplies {

  private final AnswerReplies answers;

  CheckReplies(AnswerReplies answers) {
    this.answers = answers;
  }

  Reply check(String answerId, String claim, Answered answered) {
    return switch (answered.answer()) {
      case Answer.Abstained a -> notCovered(claim, answers.reply(answerId, answered));
      case Answer.Grounded g -> covered(answerId, claim, g);
    };
  }

  private static Reply notCovered(String claim, Reply refusal) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Quote(List.of(Span.text(claim))));
    blocks.add(
        new Block.Paragraph(
            List.of(
                Span.bold("Not covered."),
                Span.text(" That does not make it false: nothing on file speaks of it."))));
    blocks.addAll(refusal.blocks().stream().skip(1).toList());
    return new Reply(
        refusal.answerId(), Optional.of("Check"), blocks, List.of(), refusal.actions());
  }

  private static Reply covered(String answerId, String claim, Answer.Grounded g) {
    var finding = ClaimCheck.check(claim, g.statements());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Quote(List.of(Span.text(claim))));
    blocks.add(new Block.Paragraph(verdict(finding.verdict())));
    var items = new ArrayList<List<Span>>();
    items.add(AnswerReplies.cited(finding.statement()));
    g.statements().stream()
        .filter(s -> !s.equals(finding.statement()))
        .forEach(s -> items.add(AnswerReplies.cited(s)));
    blocks.add(new Block.Bullets(items));
    AnswerReplies.addDisagreements(blocks, g.disagreements());
    blocks.add(
        new Block.Note(
            List.of(
                Span.text(
                    "As of "
                        + Days.inWords(g.asOf())
                        + ". Words and figures were compared; read the sources before you rely on"
                        + " it."))));
    return new Reply(
        Optional.of(answerId),
        Optional.of("Check"),
        blocks,
        g.citations(),
        List.of(new Action.Evidence(), new Action.Feedback()));
  }

  private static List<Span> verdict(ClaimCheck.Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED ->
          List.of(Span.bold("Supported."), Span.text(" A statement on file says the same:"));
      case DIFFERS ->
          List.of(
              Span.bold("Contradicted."),
              Span.text(" A statement on file says the same with another figure:"));
      case COVERED ->
          List.of(
              Span.bold("Covered."), Span.text(" This is what is on file; judge for yourself:"));
    };
  }
}
