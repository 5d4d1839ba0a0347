package dev.footnote.core.conversation;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains an answer: how its question was read, what was searched, why these sources. */
final class WhyReplies {

  Reply why(Answered answered) {
    var query = answered.query();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading("How the question was understood"));
    blocks.add(new Block.Bullets(understood(query)));
    blocks.add(new Block.Heading("Why this answer"));
    switch (answered.answer()) {
      case Answer.Grounded g -> blocks.add(new Block.Bullets(reasons(query, g)));
      case Answer.Abstained a -> blocks.add(new Block.Paragraph(List.of(Span.text(a.text()))));
    }
    blocks.add(
        new Block.Note(
            List.of(
                Span.text(
                    "Searched in %d ms, judged and written in %d ms."
                        .formatted(answered.retrieve().toMillis(), answered.write().toMillis())))));
    var citations =
        answered.answer() instanceof Answer.Grounded g ? g.citations() : List.<Citation>of();
    return new Reply(
        Optional.empty(), Optional.of("Why this answer"), blocks, citations, List.of());
  }

  private static List<List<Span>> understood(Query query) {
    var items = new ArrayList<List<Span>>();
    items.add(item("Searched for", query.text()));
    items.add(item("Wanted", words(query.kind())));
    query.carried().ifPresent(c -> items.add(item("Carried over from before", c)));
    var names = query.mentions().stream().map(Mention::name).distinct().toList();
    if (!names.isEmpty()) {
      items.add(item("Names known", String.join(", ", names)));
    }
    if (!query.unknownNames().isEmpty()) {
      items.add(item("Names not known", String.join(", ", query.unknownNames())));
    }
    if (!query.sides().isEmpty()) {
      items.add(item("Sides", String.join(" / ", query.sides())));
    }
    items.add(item("When", when(query)));
    return items;
  }

  private static String when(Query query) {
    var window = query.window();
    var parts = new ArrayList<String>();
    window.from().ifPresent(from -> parts.add("from " + Days.inWords(from)));
    window.to().ifPresent(to -> parts.add("to " + Days.inWords(to.minusDays(1))));
    query.asOf().ifPresent(day -> parts.add("as known on " + Days.inWords(day)));
    if (query.latest()) {
      parts.add("newest first");
    }
    return parts.isEmpty() ? "any time" : String.join(", ", parts);
  }

  private static List<List<Span>> reasons(Query query, Answer.Grounded g) {
    var items = new ArrayList<List<Span>>();
    for (var c : g.citations()) {
      var text = c.title() + ' ' + c.quote();
      var named =
          query.mentions().stream()
              .map(Mention::name)
              .distinct()
              .filter(name -> text.contains(name))
              .toList();
      var why = new StringBuilder(c.publisher()).append(", ").append(Days.inWords(c.published()));
      if (!named.isEmpty()) {
        why.append(": names ").append(String.join(", ", named));
      }
      items.add(List.of(Span.text(why + " "), new Span.Cite(c.number())));
    }
    return items;
  }

  private static List<Span> item(String label, String text) {
    return List.of(Span.bold(label + ": "), Span.text(text));
  }

  private static String words(AnswerKind kind) {
    return switch (kind) {
      case DATE -> "a date";
      case AMOUNT -> "an amount";
      case COUNT -> "a number";
      case PERSON -> "a person";
      case ORGANISATION -> "a company or other body";
      case LIST -> "a list";
      case YES_NO -> "yes or no";
      case COMPARISON -> "a comparison";
      case TIMELINE -> "events in order";
      case REASON -> "a reason";
      case SUMMARY -> "what is known";
    };
  }
}
