package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverheardLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "And when?",
        "Why?",
        "why",
        "What did Acme spend",
        "and who is behind it",
        "what about Zorp",
        "How much did Zorp raise",
        "Acme in 2024?",
        "Is Acme going public? :thinking_face:?",
        "(and Zorp?)",
        "Did Acme say so?!",
        "Can you compare that with Zorp",
        "tell me about Zorp",
        "Could you tell us when Zorp raised money?",
        "latest",
        "latest on Acme",
        "Latest OpenAI",
        "sources",
        "timeline Muse Spark",
        "story acme-buys-zorp",
        "compare Acme and Zorp on funding",
        "check Acme spent 3 dollars",
        "ask who runs Acme",
        "help"
      })
  void a_question_or_a_command_is_for_the_bot(String line) {
    assertThat(OverheardLine.isForTheBot(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thanks",
        "Thanks, great answer!",
        "I agree",
        "+1",
        ":tada:",
        "lol",
        "Really?",
        "Wow, really?",
        "That is a lot, right?",
        "what?",
        "Do you agree?",
        "What do you think?",
        "Did anyone read this?",
        "Can we use that in our deck?",
        "Should I tell the board?",
        "When I read that I laughed",
        "What a day",
        "How nice",
        "Will do",
        "check this out",
        "Check with Sam",
        "check it against the deck please",
        "story of a lifetime",
        "sources say otherwise, as always, they do",
        "latest numbers look really good to everybody here",
        "compare notes later",
        "help is on the way",
        "why not",
        "Acme is doing well these days.",
        "See https://example.com/a?b=c for more"
      })
  void what_people_say_to_each_other_is_not(String line) {
    assertThat(OverheardLine.isForTheBot(line)).isFalse();
  }
}
