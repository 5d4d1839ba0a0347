package dev.footnote.core.answer;

/** Why there is no answer. */
public enum Abstention {
  /** Nothing known answers it. */
  NOTHING_ON_FILE("nothing-on-file", "Nothing on file answers that."),
  /** It does not ask about AI-industry news. */
  NOT_AI_NEWS("not-ai-news", "That is not AI-industry news, which is all I know."),
  /** It asks what has not happened yet. */
  IN_THE_FUTURE("in-the-future", "That lies in the future; I only know what has been reported."),
  /** It takes for granted what the evidence does not show. */
  FALSE_PREMISE("false-premise", "Nothing on file shows what the question takes for granted."),
  /** There is no question in it. */
  NO_QUESTION("no-question", "There is no question in that."),
  /** It is longer than a question can be. */
  TOO_LONG("too-long", "That is too long for a question: keep it under 2,000 characters.");

  private final String code;
  private final String sentence;

  Abstention(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The reason in {@code --json}. */
  public String code() {
    return code;
  }

  /** The reason for a reader. */
  public String sentence() {
    return sentence;
  }
}
