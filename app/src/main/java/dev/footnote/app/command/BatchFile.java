package dev.footnote.app.command;

import dev.footnote.app.json.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of JSON Lines that asks; {@code -} is standard input. */
final class BatchFile {

  private final Streams streams;
  private final String name;
  private final String key;

  /**
   * @param key where the text stands: {@code question} or {@code query}
   */
  BatchFile(Streams streams, String name, String key) {
    this.streams = streams;
    this.name = name;
    this.key = key;
  }

  /** Feeds {@code each} line; a line that cannot be used is reported and left out. */
  int run(Consumer<JsonLines.Asked> each) {
    int code = CommandLines.DONE;
    try (var reader = open()) {
      int number = 0;
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          each.accept(JsonLines.read(line, key));
        } catch (IllegalArgumentException e) {
          streams.err().println(name + ":" + number + ": " + e.getMessage());
          code = CommandLines.FAILED;
        }
      }
    } catch (IOException e) {
      throw new FailureException(name + ": cannot be read; check the path and your right to it");
    }
    return code;
  }

  private BufferedReader open() throws IOException {
    var bytes = name.equals("-") ? streams.in() : Files.newInputStream(Path.of(name));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }
}
