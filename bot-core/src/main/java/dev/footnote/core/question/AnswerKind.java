package dev.footnote.core.question;

/** The kind of answer that a question wants. */
public enum AnswerKind {
  /** A day, month or year: "when does it ship?" */
  DATE,
  /** Money or another measured quantity: "how much did they raise?", "what does it cost?" */
  AMOUNT,
  /** A number of things: "how many GPUs?" */
  COUNT,
  /** Somebody: "who leads it?" */
  PERSON,
  /** A company, lab, publisher or other body: "which company bought it?" */
  ORGANISATION,
  /** Several things of a kind: "which models did Google launch?" */
  LIST,
  /** "Did Meta open-source it?" */
  YES_NO,
  /** Two or more sides held against each other: "who raised more, Anthropic or OpenAI?" */
  COMPARISON,
  /** Events in order: "what happened at OpenAI in November 2023?", "which came first?" */
  TIMELINE,
  /** Causes: "why was he fired?" */
  REASON,
  /** Anything else: "what is Muse Spark?", "latest on Stargate" */
  SUMMARY
}
