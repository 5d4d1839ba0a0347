package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntrustedTextTest {

  @Test
  void escape_sequences_go_whole() {
    assertThat(UntrustedText.clean("a\u001b[31mred\u001b[0m b")).isEqualTo("ared b");
    assertThat(UntrustedText.clean("a\u001b]8;;https://evil.example\u0007x\u001b]8;;\u001b\\b"))
        .isEqualTo("axb");
    assertThat(UntrustedText.clean("a\u009b2Jb")).isEqualTo("ab");
  }

  @Test
  void line_breaks_and_tabs_become_one_space() {
    assertThat(UntrustedText.clean("a\r\n\t b\u2028c")).isEqualTo("a  b c");
  }

  @Test
  void characters_that_hide_or_reorder_go() {
    assertThat(UntrustedText.clean("a\u202eb\u200bc\ufeffd\u0007\u0000")).isEqualTo("abcd");
    assertThat(UntrustedText.clean("lone \ud800 surrogate")).isEqualTo("lone \ufffd surrogate");
  }

  @Test
  void letters_of_every_script_and_emoji_stay() {
    var text = "Größe 東京 عربى 👩‍👩‍👧 “quoted” — “x”";
    assertThat(UntrustedText.clean(text)).isEqualTo(text);
  }
}
