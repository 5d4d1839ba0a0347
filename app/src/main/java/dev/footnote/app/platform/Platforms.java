package dev.footnote.app.platform;

import dev.footnote.app.platform.ChatPlatform.Ready;
import dev.footnote.app.settings.ServiceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The platforms that are set up, and what is wrong with the others.
 *
 * @param problems a line each, with the way out and without any value
 */
public record Platforms(List<Ready> ready, List<String> problems) {

  private static final String FILE = "_FILE";

  public Platforms {
    ready = List.copyOf(ready);
    problems = List.copyOf(problems);
  }

  /** Reads the environment, and the files that it names. */
  public static Platforms read(
      List<ChatPlatform> all, Map<String, String> environment, ServiceSettings settings) {
    var ready = new ArrayList<Ready>();
    var problems = new ArrayList<String>();
    for (var platform : all) {
      var known = problems.size();
      var values = values(platform.variables(), environment, problems);
      if (problems.size() > known) {
        continue;
      }
      try {
        platform.read(values, settings).ifPresent(ready::add);
      } catch (IllegalArgumentException e) {
        String.valueOf(e.getMessage()).lines().forEach(problems::add);
      }
    }
    if (settings.httpPort().isEmpty()) {
      ready.stream()
          .filter(Ready::needsHttp)
          .forEach(one ->
              problems.add(
                  one.name()
                      + ": is reached over HTTP as it is set up; set FOOTNOTE_HTTP_PORT, or"
                      + " choose a connection that needs none"));
    }
    return new Platforms(ready, problems);
  }

  /** What is set of {@code names}, be it by value or by file. */
  private static Map<String, String> values(
      List<String> names, Map<String, String> environment, List<String> problems) {
    var values = new HashMap<String, String>();
    for (var name : names) {
      var value = environment.getOrDefault(name, "").strip();
      var file = environment.getOrDefault(name + FILE, "").strip();
      if (!value.isEmpty() && !file.isEmpty()) {
        problems.add(name + ": is set, and so is " + name + FILE + "; unset one of them");
      } else if (!value.isEmpty()) {
        values.put(name, value);
      } else if (!file.isEmpty()) {
        try {
          var content = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
          if (content.isEmpty()) {
            problems.add(name + FILE + ": " + file + " is empty; write the value into it");
          } else {
            values.put(name, content);
          }
        } catch (IOException | InvalidPathException e) {
          problems.add(
              name + FILE + ": " + file + " cannot be read; name a file that this user may read");
        }
      }
    }
    return values;
  }
}
