package dev.footnote.core.service;

/**
 * One thing that a diagnosis looked at.
 *
 * @param what the thing and how it is, such as {@code Discord token: accepted, bot "Footnote"}
 * @param wayOut what to do about it; empty if nothing, or if {@code what} says it
 */
public record Finding(String what, State state, String wayOut) {

  /** How it is. */
  public enum State {
    OK,
    WARNING,
    FAILED
  }

  public static Finding ok(String what) {
    return new Finding(what, State.OK, "");
  }

  public static Finding warning(String what, String wayOut) {
    return new Finding(what, State.WARNING, wayOut);
  }

  public static Finding failed(String what, String wayOut) {
    return new Finding(what, State.FAILED, wayOut);
  }
}
