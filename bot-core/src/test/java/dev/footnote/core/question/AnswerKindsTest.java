package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wen does gpt-6 ship | DATE",
        "when was sam altman fired? | DATE",
        "release date of llama 5 | DATE",
        "since when? | DATE",
        "hw much is nvda worth | AMOUNT",
        "how much did they raise | AMOUNT",
        "what does it cost | AMOUNT",
        "openai valuation | AMOUNT",
        "gemini 3.1 pro price? | AMOUNT",
        "how many gpus | COUNT",
        "hw many people work at openai | COUNT",
        "who leads it? | PERSON",
        "whos the ceo of thinking machines | PERSON",
        "Who founded Acme? | PERSON",
        "who bought windsurf | ORGANISATION",
        "yo can u tell me who's suing openai | ORGANISATION",
        "which company bought it? | ORGANISATION",
        "which models did Google launch? | LIST",
        "Which companies signed it? | LIST",
        "list all the lawsuits | LIST",
        "what are the new chip rules | LIST",
        "Did Meta open-source it? | YES_NO",
        "is it true that openai delayed gpt-5 | YES_NO",
        "openai is moving to texas, right? | YES_NO",
        "who raised more, Anthropic or OpenAI? | COMPARISON",
        "gpt-5.4 vs gemini 3.1 pro | COMPARISON",
        "whats the diff between claude code and cursor | COMPARISON",
        "is gpt-5.4 cheaper than claude? | COMPARISON",
        "openai or anthropic: which is cheaper | COMPARISON",
        "what happened at OpenAI in November 2023? | TIMELINE",
        "which came first, gpt-4o or llama 4? | TIMELINE",
        "did GPT-4 launch before or after Claude? | TIMELINE",
        "timeline of the firing | TIMELINE",
        "why was he fired? | REASON",
        "how come they left | REASON",
        "What is Muse Spark? | SUMMARY",
        "latest on Stargate | SUMMARY",
        "what did Reuters say about Apple | SUMMARY",
        "After the first report, which company was fined? | ORGANISATION",
        "'' | SUMMARY",
      })
  void the_kind_of_answer_is_read(String text, AnswerKind kind) {
    assertThat(AnswerKinds.of(text)).isEqualTo(kind);
  }
}
