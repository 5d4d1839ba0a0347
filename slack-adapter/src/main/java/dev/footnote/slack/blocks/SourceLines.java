package dev.footnote.slack.blocks;

import com.google.gson.JsonObject;
import dev.footnote.core.answer.Citation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Draws the references, one line of context each: the headline as text, the true host linked. */
final class SourceLines {

  private static final String NO_LINK = "no link on file";

  private SourceLines() {}

  static void draw(List<Citation> citations, Pages pages) {
    if (citations.isEmpty()) {
      return;
    }
    pages.block(Kit.context(Kit.plain("Sources", 75)), "Sources");
    for (var same : pieces(citations)) {
      var line = line(same);
      pages.block(Kit.context(Kit.plain(line, 1_500), link(same.get(0))), line);
    }
  }

  /** Citations of one published piece together: each proves its own sentence, the piece is one. */
  private static Collection<List<Citation>> pieces(List<Citation> citations) {
    return citations.stream()
        .collect(
            Collectors.groupingBy(
                c -> List.of(c.publisher(), c.title(), c.url(), c.published()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static String line(List<Citation> same) {
    var marks = same.stream().map(c -> "[" + c.number() + "]").collect(Collectors.joining());
    var c = same.get(0);
    return "%s %s: %s, %s".formatted(marks, c.publisher(), c.title(), c.published());
  }

  private static JsonObject link(Citation c) {
    return c.url()
        .flatMap(SafeLink::of)
        .map(safe -> Kit.mrkdwn(safe.shown()))
        .orElseGet(() -> Kit.plain(NO_LINK, 75));
  }
}
