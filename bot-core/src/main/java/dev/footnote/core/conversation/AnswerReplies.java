package dev.footnote.core.conversation;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Statement;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.question.AnswerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an answer into words: what stands in it, in which order, and what to offer next. */
public final class AnswerReplies {

  private static final int FOLLOW_UPS = 3;

  /** The reply that shows {@code answered}, which is remembered as {@code answerId}. */
  public Reply reply(String answerId, Answered answered) {
    return switch (answered.answer()) {
      case Answer.Grounded g -> grounded(answerId, answered, g);
      case Answer.Abstained a -> abstained(answerId, a);
    };
  }

  /** The quotes that carry the answer, verbatim. */
  public Reply evidence(String answerId, Answered answered) {
    return switch (answered.answer()) {
      case Answer.Abstained a ->
          Reply.of(
              new Block.Paragraph(
                  List.of(Span.text("The last answer cites nothing: it was an open refusal."))));
      case Answer.Grounded g -> {
        var blocks = new ArrayList<Block>();
        for (var c : g.citations()) {
          blocks.add(
              new Block.Quote(
                  List.of(Span.text("“" + c.quote() + "” "), new Span.Cite(c.number()))));
        }
        yield new Reply(
            Optional.of(answerId),
            Optional.of("Evidence, verbatim"),
            blocks,
            g.citations(),
            List.of());
      }
    };
  }

  static List<Span> cited(Statement statement) {
    var spans = new ArrayList<Span>();
    spans.add(Span.text(statement.text() + " "));
    statement.citations().forEach(n -> spans.add(new Span.Cite(n)));
    return spans;
  }

  static void addDisagreements(List<Block> blocks, List<Answer.Disagreement> disagreements) {
    for (var d : disagreements) {
      blocks.add(new Block.Heading("Sources differ: " + d.about()));
      blocks.add(new Block.Bullets(d.values().stream().map(AnswerReplies::cited).toList()));
    }
  }

  private static Reply grounded(String answerId, Answered answered, Answer.Grounded g) {
    var blocks = new ArrayList<Block>();
    var kind = answered.query().kind();
    if (g.statements().size() > 1
        && (kind == AnswerKind.TIMELINE
            || kind == AnswerKind.LIST
            || kind == AnswerKind.COMPARISON)) {
      blocks.add(new Block.Bullets(g.statements().stream().map(AnswerReplies::cited).toList()));
    } else {
      var spans = new ArrayList<Span>();
      for (var statement : g.statements()) {
        if (!spans.isEmpty()) {
          spans.add(Span.text(" "));
        }
        spans.addAll(cited(statement));
      }
      blocks.add(new Block.Paragraph(spans));
    }
    addDisagreements(blocks, g.disagreements());
    blocks.add(new Block.Note(note(answered, g)));
    var actions = new ArrayList<Action>();
    actions.add(new Action.Evidence());
    addFollowUps(actions, g.followUps());
    actions.add(new Action.Feedback());
    return new Reply(Optional.of(answerId), Optional.empty(), blocks, g.citations(), actions);
  }

  private static List<Span> note(Answered answered, Answer.Grounded g) {
    var note = new StringBuilder("As of ").append(Days.inWords(g.asOf())).append('.');
    answered
        .query()
        .carried()
        .ifPresent(c -> note.append(" Understood with: ").append(c).append('.'));
    g.notes().forEach(n -> note.append(' ').append(n));
    if (g.removed() > 0) {
      note.append(
          g.removed() == 1
              ? " 1 statement was removed because its sources did not carry it."
              : " "
                  + g.removed()
                  + " statements were removed because their sources did not carry them.");
    }
    return List.of(Span.text(note.toString()));
  }

  private static Reply abstained(String answerId, Answer.Abstained a) {
    var blocks = new ArrayList<Block>();
    var spans = new ArrayList<Span>();
    spans.add(Span.bold(a.reason().sentence()));
    a.detail().ifPresent(detail -> spans.add(Span.text(" " + detail)));
    blocks.add(new Block.Paragraph(spans));
    var actions = new ArrayList<Action>();
    if (!a.nearest().isEmpty()) {
      blocks.add(new Block.Heading("Nearest on file"));
      var items = new ArrayList<List<Span>>();
      for (var near : a.nearest()) {
        items.add(
            List.of(
                Span.text(near.title() + " (" + Days.inWords(near.published()) + ") "),
                Span.code(near.document())));
      }
      blocks.add(new Block.Bullets(items));
    }
    addFollowUps(actions, a.followUps());
    actions.add(new Action.Feedback());
    return new Reply(Optional.of(answerId), Optional.empty(), blocks, List.of(), actions);
  }

  private static void addFollowUps(List<Action> actions, List<String> questions) {
    questions.stream().limit(FOLLOW_UPS).map(Action.FollowUp::new).forEach(actions::add);
  }
}
