package dev.footnote.core.jdbc;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.TenantId;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another process that stores requests one by one, each until it is stored, and ends, without
 * closing anything, the moment it is told that the last one is.
 */
final class AcceptLoop {

  private AcceptLoop() {}

  /** Expects the data folder and how many requests to store. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var store = SqliteStore.open(DataFolder.open(Path.of(arguments[0])), InstantSource.system());
    var inbox = store.service().inbox();
    inbox.accept(request(0), false);
    System.out.println("ready");
    System.out.flush();
    // Whoever started this says when to go on.
    System.in.readAllBytes();
    int count = Integer.parseInt(arguments[1]);
    for (var n = 1; n < count; n++) {
      if (n == count - 1) {
        System.out.println("last");
        System.out.flush();
      }
      while (true) {
        try {
          if (inbox.accept(request(n), false).isPresent()) {
            break;
          }
          throw new IllegalStateException("stored although it failed: " + n);
        } catch (StoreException e) {
          System.out.println("failed " + n + " " + e.getMessage());
          System.out.println("read " + inbox.isKnown(List.of(key(0))));
          TimeUnit.MILLISECONDS.sleep(5);
        }
      }
    }
    Runtime.getRuntime().halt(9);
  }

  static String key(int n) {
    return "key-" + n;
  }

  static Request request(int n) {
    return new Request(
        List.of(key(n)),
        new TenantId("test", "acme"),
        "C1",
        "user-" + n % 10,
        new ConversationId("test:acme:" + n % 10),
        Command.Ask.of("What did Acme spend? ".repeat(1 + n % 40)),
        Optional.empty(),
        false,
        "{}",
        InstantSource.system().instant());
  }
}
