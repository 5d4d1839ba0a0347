package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a good story's body, one problem. The body begins on line 12. */
final class BodyRulesTest {

  @TempDir Path dir;

  private List<String> problemsOf(String body) {
    return new ContentFolder(dir).storyProblems(ContentFolder.FRONT, body);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A. [1] B.|12: no citation after 'B.': end it in the numbers of its sources",
        "A. [1][2]\\n- B|13: no citation after 'B'",
        "A. [1][2]\\n\\nB\\nand C.|15: no citation after 'B and C.'",
        "A. [1][3]|12: [3] names no source: add it to 'sources' or correct the number",
        "A. [1]|10: source 2 is never cited: cite it or remove it",
        "A [1, 2].|12: '[1, 2]' is no citation: write one number in each pair of brackets",
        "A [^1].|12: '[^1]' is no citation",
        "A [it](https://x.com/). [1]|12: an address in the text: put it under 'sources'",
        "[1]|12: a citation without a sentence",
        "He said \"no. She left. [1][2]|12: a quotation is left open: close it",
        "He said “no. She left. [1][2]|12: a quotation is left open: close it",
        "## Timeline\\n- 2026: A. [1][2]|12: there is no lead: say what happened",
        "A. [1][2]\\n## Why it mattered|13: unknown heading '## Why it mattered' (did you mean",
        "A. [1][2]\\n# Timeline|13: unknown heading '# Timeline' (did you mean '## Timeline'?)",
        "A. [1][2]\\n##Timeline|13: unknown heading '##Timeline'",
        "A. [1][2]\\n## Timeline\\n## Timeline|14: '## Timeline' stands twice: merge the two",
        "A. [1][2]\\n## Timeline\\n## Why it matters|14: '## Why it matters' comes too late",
        "A. [1][2]\\n* B. [1]|13: start list items with '- '",
        "A. [1][2]\\n## Timeline\\nB. [1]|14: write timeline items as '- DATE: text [1]'",
        "A. [1][2]\\n## Timeline\\n- May 2026: B. [1]|14: write timeline items as",
        "A. [1][2]\\n## Timeline\\n- 2026-02-30: B. [1]|14: '2026-02-30' is no real date",
        "A. [1][2]\\n## Timeline\\n- 2026-13: B. [1]|14: '2026-13' is no real date",
        "A. [1][2]\\n## Timeline\\n- 2026-05: B.|14: no citation after 'B.'",
        "A. [1][2]\\n## Timeline\\n- 2026-05: B. [1]\\n- 2026-04: C. [1]|15: 2026-04 is before",
        "A. [1][2]\\n## Timeline\\n- 2026-05-02: B. [1]\\n- 2026: C. [1]\\n- 2026-05-01: D. [1]|16: 2026-05-01 is before the item above",
        "A. [1][2]\\n## Where sources differ\\n- B: 5 [1].|14: one value is no disagreement",
        "A. [1][2]\\n## Where sources differ\\n- B 5 [1]; 6 [2].|14: write where sources differ as",
        "A. [1][2]\\n## Where sources differ\\nB: 5 [1]; 6 [2].|14: write where sources differ as",
        "A. [1][2]\\n## Where sources differ\\n- : 5 [1]; 6 [2].|14: say before the colon",
        "A. [1][2]\\n## Where sources differ\\n- B: 5 [1]; 6.|14: no citation after '6.'",
        "A. [1][2]\\n## Where sources differ\\n- B: 5; 6 [2].|14: one value is no disagreement",
      })
  void a_broken_rule_is_reported_with_its_line(String body, String expected) {
    assertThat(problemsOf(body.replace("\\n", "\n") + "\n"))
        .anySatisfy(p -> assertThat(p).startsWith(expected));
  }

  @Test
  void a_month_may_follow_one_of_its_days() {
    assertThat(
            problemsOf(
                "A. [1][2]\n## Timeline\n- 2026-05-02: B. [1]\n- 2026-05: C. [1]\n- 2026: D. [2]\n"))
        .isEmpty();
  }

  @Test
  void an_empty_body_has_no_lead() {
    assertThat(problemsOf(""))
        .contains("12: there is no lead: say what happened right below the front matter");
  }

  @Test
  void line_ends_of_windows_are_line_ends() {
    ContentFolder folder = new ContentFolder(dir);

    assertThat(
            folder
                .with(
                    "stories/2026/06/x.md",
                    (ContentFolder.FRONT + ContentFolder.BODY + "\n## Timeline\n- 2026: A. [1]\n")
                        .replace("\n", "\r\n"))
                .problems())
        .isEmpty();
  }
}
