package dev.footnote.core.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A platform that outlives the process that posts to it: a file with a line for each post, two to a
 * reply. It recognises no nonce, so a repeated delivery has to look first.
 */
final class PostBox implements Delivery {

  private static final int PARTS = 2;

  private final Path file;

  PostBox(Path file) {
    this.file = file;
  }

  @Override
  public Outcome deliver(Outgoing outgoing) {
    for (var part = 0; part < PARTS; part++) {
      if (!outgoing.parts().isSent(part)) {
        var name = outgoing.nonce() + "." + part;
        post(name, outgoing.request().keys().getFirst() + "/" + part, outgoing.repeated());
        outgoing.parts().sent(part, name);
      }
    }
    return new Outcome.Delivered(outgoing.nonce());
  }

  private synchronized void post(String name, String text, boolean look) {
    if (!look || lines(file).stream().noneMatch(line -> line.startsWith(name + " "))) {
      append(file, name + " " + text);
    }
  }

  /** The posts of requests with {@code keys}. */
  static List<String> of(Collection<String> keys) {
    return keys.stream().flatMap(key -> Stream.of(key + "/0", key + "/1")).toList();
  }

  /** What was posted, in order: the request's first key and the number of the part. */
  List<String> posts() {
    return lines(file).stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
