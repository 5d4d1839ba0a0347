package dev.footnote.core.service;

/**
 * How a part is.
 *
 * @param line one clear line for operators, with the way out where something is wrong
 */
public record Health(State state, String line) {

  /** How it is, from good to bad. */
  public enum State {
    /** It works. */
    UP,
    /** It does not work now and tries to mend that itself. */
    DOWN,
    /** It has ended; somebody must act, as with a token that is refused. */
    FAILED
  }

  public static Health up(String line) {
    return new Health(State.UP, line);
  }

  public static Health down(String line) {
    return new Health(State.DOWN, line);
  }

  public static Health failed(String line) {
    return new Health(State.FAILED, line);
  }

  public boolean isUp() {
    return state == State.UP;
  }
}
