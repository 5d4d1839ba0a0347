package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CitationCheckTest {

  private static final String ARTICLE =
      """
      {"id":"a","title":"Acme raises","url":"https://example.org/a","publisher":"Example News",\
      "published":"2026-05-03T23:30:00-02:00","body":"Acme raised  5 million. Bolt did not."}\
      """;
  private static final String SOUND =
      """
      {"n":1,"publisher":"Example News","title":"Acme raises","url":"https://example.org/a",\
      "published":"2026-05-04","quote":"Acme raised  5 million.","document":"a"}\
      """;

  private final CitationCheck check = CitationCheck.ofArticles(List.of(Json.read(ARTICLE)));

  @Test
  void a_sound_citation_resolves() {
    ask(SOUND, "Acme raised 5 million. [1]");

    assertThat(check.problems()).isEmpty();
    assertThat(check.summary()).contains("100 %").contains("1 of 1");
  }

  @Test
  void a_quote_must_stand_there_byte_for_byte() {
    ask(SOUND.replace("raised  5", "raised 5"), "x [1]");
    ask(SOUND.replace("Acme raised  5 million.", ""), "x [1]");

    assertThat(check.resolved()).isZero();
    assertThat(check.problems()).hasSize(2);
  }

  @Test
  void document_publisher_title_address_and_day_must_be_its() {
    ask(SOUND.replace("\"document\":\"a\"", "\"document\":\"b\""), "x [1]");
    ask(SOUND.replace("Example News", "Sample News"), "x [1]");
    ask(SOUND.replace("Acme raises", "Acme"), "x [1]");
    ask(SOUND.replace("\"https://example.org/a\"", "null"), "x [1]");
    ask(SOUND.replace("2026-05-04", "2026-05-03"), "x [1]");

    assertThat(check.resolved()).isZero();
    assertThat(check.problems()).hasSize(5);
  }

  @Test
  void a_mark_without_a_citation_and_a_statement_without_a_mark_count_against() {
    ask(SOUND, "Acme raised 5 million. [1][2]");
    check.check(
        Json.read(
            "{\"id\":\"q\",\"answer\":\"x\",\"statements\":[{\"text\":\"x\",\"citations\":[]}]}"));

    assertThat(check.resolved()).isEqualTo(1);
    assertThat(check.citations()).isEqualTo(3);
    assertThat(check.summary()).contains("33.3 %");
  }

  private void ask(String citation, String text) {
    check.check(
        Json.read("{\"id\":\"q\",\"answer\":\"" + text + "\",\"citations\":[" + citation + "]}"));
  }
}
