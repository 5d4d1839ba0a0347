package dev.footnote.knowledge;

import java.util.regex.Pattern;

/**
 * Names a curated story by its place below {@code knowledge/content/stories}, without {@code .md}.
 *
 * @param value for example {@code 2026/06/meta-holds-back-muse-spark-api}
 */
public record StoryId(String value) implements Comparable<StoryId> {

  private static final Pattern FORM =
      Pattern.compile("(19|20)\\d\\d/(0[1-9]|1[0-2])/[a-z0-9]+(-[a-z0-9]+)*");

  public StoryId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "story id '" + value + "': use YYYY/MM/slug, for example 2026/06/meta-holds-back-api");
    }
  }

  /** Whether {@code value} is spelt as a story id is. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(StoryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
