package dev.footnote.core.retrieval;

import dev.footnote.core.retrieval.Passage.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes passages of articles, for tests. */
public final class Passages {

  public static final LocalDate DAY = LocalDate.of(2026, 6, 3);

  private Passages() {}

  public static Passage passage(String document, int ordinal, String text) {
    return passage(document, ordinal, text, "The Daily Paper", DAY);
  }

  public static Passage passage(
      String document, int ordinal, String text, String publisher, LocalDate day) {
    return new Passage(
        document + "#" + ordinal,
        document,
        Origin.ARTICLE,
        "Headline",
        List.of(publisher),
        Optional.empty(),
        day,
        day,
        List.of(),
        text,
        ordinal);
  }
}
