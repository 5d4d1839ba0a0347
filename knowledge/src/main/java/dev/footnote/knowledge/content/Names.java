package dev.footnote.knowledge.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sees to it that no name of a file leads to two entries; upper and lower case are the same. */
final class Names {

  private final FileProblems problems;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> claimed = new HashMap<>();

  Names(FileProblems problems) {
    this.problems = problems;
  }

  void claimId(YamlMapping entry, String id) {
    if (ids.putIfAbsent(id, id) != null) {
      problems.report(entry.line("id"), "the id '" + id + "' stands twice: merge the two entries");
    }
  }

  /** Claims the entry's name and aliases. */
  void claim(YamlMapping entry, String id, String name) {
    claim(entry.line("name"), id, name, "name");
    for (Located<String> alias : entry.texts("aliases")) {
      if (alias.value().equals(name)) {
        problems.report(alias.line(), "the alias '" + name + "' is the name itself: remove it");
      } else {
        claim(alias.line(), id, alias.value(), "alias");
      }
    }
  }

  void claim(int line, String id, String name, String what) {
    String other = claimed.putIfAbsent(name.toLowerCase(Locale.ROOT), id);
    if (other != null && !other.equals(id)) {
      problems.report(
          line,
          "the "
              + what
              + " '"
              + name
              + "' already leads to '"
              + other
              + "': keep it for one of them");
    }
  }

  /** The entry's aliases, each once. */
  List<String> aliases(YamlMapping entry) {
    List<String> aliases = new ArrayList<>();
    for (Located<String> alias : entry.texts("aliases")) {
      if (!aliases.contains(alias.value())) {
        aliases.add(alias.value());
      }
    }
    return aliases;
  }
}
