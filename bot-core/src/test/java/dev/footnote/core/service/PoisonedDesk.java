package dev.footnote.core.service;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ScriptedAnswering;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Another process with a desk whose answering ends the process where a question says "poison", as
 * native code may. Posts what it answers, and ends by itself once nothing is left to do.
 */
final class PoisonedDesk {

  private PoisonedDesk() {}

  /** Expects the folder, and keys of questions to admit. */
  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var scripted = new ScriptedAnswering();
    try (var fixture =
        DeskFixture.open(
            folder.resolve("data"),
            question -> {
              if (question.text().contains("poison")) {
                Runtime.getRuntime().halt(9);
              }
              return scripted.answer(question);
            },
            InstantSource.system())) {
      fixture.desk().register("test", new PostBox(folder.resolve(DeskLoop.POSTS)));
      for (var i = 1; i < arguments.length; i++) {
        fixture
            .desk()
            .admit(
                Requests.of(
                    Requests.ACME,
                    arguments[i],
                    Command.Ask.of("Acme " + arguments[i]),
                    InstantSource.system().instant(),
                    arguments[i]));
      }
      fixture.desk().start();
      Await.until(Duration.ofSeconds(30), () -> fixture.store().inbox().unfinished().isEmpty());
    }
  }
}
