package dev.footnote.core.conversation;

import dev.footnote.core.answer.Abstention;
import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.answer.Statement;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.TimeWindow;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers every question that names Acme with the same statements, and remembers what was asked.
 */
public final class ScriptedAnswering implements Answering {

  public static final URI LINK = URI.create("https://letter.example/anvil?a=1&b=2");

  private final List<Question> asked = new ArrayList<>();

  @Override
  public synchronized Answered answer(Question question) {
    asked.add(question);
    return new Answered(
        query(question),
        question.text().contains("Acme") || !question.history().isEmpty()
            ? grounded()
            : abstained(),
        Duration.ofMillis(4),
        Duration.ofMillis(2),
        Duration.ofMillis(9));
  }

  /** The questions so far, oldest first. */
  public synchronized List<Question> asked() {
    return List.copyOf(asked);
  }

  /** Two statements, two references of which one has no link, a disagreement, one removal. */
  public static Answer.Grounded grounded() {
    return new Answer.Grounded(
        List.of(
            new Statement("Acme spent $72.2 billion in 2025 on data centers.", List.of(1, 2)),
            new Statement("A spokesman said the API would come in June.", List.of(2))),
        List.of(
            new Citation(
                1,
                "The Daily Paper",
                "Acme delays the Anvil API",
                Optional.empty(),
                LocalDate.of(2026, 6, 3),
                "Acme spent $72.2 billion in 2025 on data centers.",
                "2026/06/acme-delays-anvil-api"),
            new Citation(
                2,
                "The Letter",
                "No date for Anvil",
                Optional.of(LINK),
                LocalDate.of(2026, 6, 5),
                "A spokesman said the API would come in June.",
                "2026/06/acme-delays-anvil-api")),
        List.of(
            new Answer.Disagreement(
                "How often it slipped",
                List.of(
                    new Statement("repeatedly", List.of(1)), new Statement("twice", List.of(2))))),
        LocalDate.of(2026, 6, 5),
        List.of("Who leads Acme?"),
        1);
  }

  private static Answer.Abstained abstained() {
    return new Answer.Abstained(
        Abstention.NOTHING_ON_FILE,
        Optional.of("No story names Zorp."),
        List.of(
            new Answer.Nearest(
                "2026/06/acme-delays-anvil-api",
                "Acme delays the Anvil API",
                LocalDate.of(2026, 6, 3))),
        List.of());
  }

  private static Query query(Question question) {
    int acme = question.text().indexOf("Acme");
    return new Query(
        question.text(),
        AnswerKind.DATE,
        TimeWindow.ALWAYS,
        question.asOf(),
        question.today(),
        false,
        acme < 0
            ? List.of()
            : List.of(new Mention(Mention.Kind.ENTITY, "acme", "Acme", acme, acme + 4)),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
