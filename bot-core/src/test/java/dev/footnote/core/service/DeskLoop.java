package dev.footnote.core.service;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.core.service.HaltingStore.Step;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Another process with a desk: takes requests in until it is ended, and writes down the key of each
 * that it was told is accepted.
 */
final class DeskLoop {

  static final String POSTS = "posts";
  static final String ACCEPTED = "accepted";
  private static final int AT_ONCE = 4;

  private DeskLoop() {}

  /** Expects the folder, a prefix for keys, and a step to halt at with its number, or {@code -}. */
  public static void main(String[] arguments) throws InterruptedException {
    var folder = Path.of(arguments[0]);
    var halt =
        arguments[2].equals("-") ? Optional.<Step>empty() : Optional.of(Step.valueOf(arguments[2]));
    var database =
        SqliteStore.open(DataFolder.open(folder.resolve("data")), InstantSource.system());
    var store =
        HaltingStore.at(
            halt.orElse(Step.AFTER_POST),
            halt.isPresent() ? Integer.parseInt(arguments[3]) : Integer.MAX_VALUE,
            database.service());
    var desk =
        new DurableDesk(
            DeskFixture.SETTINGS,
            store,
            new ScriptedAnswering(),
            (words, today, limit) -> List.of(),
            new SampleKnowledge(),
            InstantSource.system(),
            ZoneOffset.UTC);
    var posts = new PostBox(folder.resolve(POSTS));
    desk.register(
        "test",
        outgoing -> {
          var outcome = posts.deliver(outgoing);
          store.reach(Step.AFTER_POST);
          return outcome;
        });
    desk.start();
    System.out.println("ready");
    var threads = new Thread[AT_ONCE];
    for (var i = 0; i < AT_ONCE; i++) {
      var prefix = arguments[1] + "-" + i + "-";
      threads[i] = Thread.ofVirtual().start(() -> admit(desk, store, folder, prefix));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void admit(Desk desk, HaltingStore store, Path folder, String prefix) {
    for (var n = 0; ; n++) {
      var key = prefix + n;
      var request =
          Requests.of(
              Requests.ACME,
              "user" + n % 10,
              Command.Ask.of("Acme " + key),
              InstantSource.system().instant(),
              key);
      if (desk.admit(request) instanceof Admission.Accepted) {
        PostBox.append(folder.resolve(ACCEPTED), key);
        store.reach(Step.AFTER_ADMIT);
      }
    }
  }
}
