package dev.footnote.core.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A platform that outlives the process that posts to it: a file with a line for each post. As
 * Discord does, it takes a nonce that it knows for the post it has.
 */
final class PostBox implements Delivery {

  private final Path file;
  private final boolean knowsNonces;

  /**
   * @param knowsNonces if not, a repeated delivery must look for itself, which this one does
   */
  PostBox(Path file, boolean knowsNonces) {
    this.file = file;
    this.knowsNonces = knowsNonces;
  }

  @Override
  public synchronized Outcome deliver(Outgoing outgoing) {
    if ((knowsNonces || outgoing.repeated())
        && posts().stream().anyMatch(post -> post.startsWith(outgoing.nonce() + " "))) {
      return new Outcome.Delivered("known");
    }
    append(file, outgoing.nonce() + " " + outgoing.request().keys().getFirst());
    return new Outcome.Delivered("new");
  }

  /** Nonce and first key of each post, in order. */
  List<String> posts() {
    return lines(file);
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
