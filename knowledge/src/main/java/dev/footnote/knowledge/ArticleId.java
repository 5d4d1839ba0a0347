package dev.footnote.knowledge;

/**
 * Names an article as its importer did; unique within a data folder.
 *
 * @param value 1 to 200 characters, none of them a control character
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

  public ArticleId {
    if (value.isBlank()
        || value.length() > 200
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "article id: use 1 to 200 printable characters, not " + value.length());
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
