package dev.footnote.knowledge;

import java.util.regex.Pattern;

/** The spelling rules that identifiers share. */
final class Ids {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Ids() {}

  static void requireKebab(String value, String what) {
    if (!KEBAB.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " '" + value + "': use lower-case letters, digits and single hyphens");
    }
  }
}
