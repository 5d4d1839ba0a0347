package dev.footnote.core.service;

/** A token or key: only {@link #reveal} shows it. */
public record Secret(String reveal) {

  public Secret {
    if (reveal.isBlank()) {
      throw new IllegalArgumentException("a secret is blank");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
