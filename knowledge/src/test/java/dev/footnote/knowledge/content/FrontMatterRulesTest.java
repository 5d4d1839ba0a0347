package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a good story's front matter, one problem. */
final class FrontMatterRulesTest {

  @TempDir Path dir;

  private List<String> problemsOf(String front) {
    return new ContentFolder(dir).storyProblems(front, ContentFolder.BODY);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: Meta|titel: Meta|2: unknown key 'titel' (did you mean 'title'?)",
        "title: Meta|titel: Meta|2: 'title' is missing: add it",
        "title: Meta holds back the API for Muse Spark|title: ' '|2: 'title' is empty",
        "date: 2026-06-03|date: 2026-02-30|3: 'date': '2026-02-30' is no real date",
        "date: 2026-06-03|date: June|3: 'date': 'June' is no real date: write YYYY-MM-DD",
        "date: 2026-06-03|date: 2026-05-03|3: the date 2026-05-03 does not fit the folder",
        "2026-06-05|2026-06-02|4: 'updated' is before 'date'",
        "updated: 2026-06-05|updated: 2026-06-03|10: source 2 was published on 2026-06-04, after",
        "[models]|[model]|5: unknown topic 'model' (did you mean 'models'?): add it to topics.yaml",
        "[models]|[]|5: 'topics' must list at least one id",
        "[models]|[models, models]|5: 'topics' names 'models' twice",
        "[meta, muse-spark]|[meta, muse-sparks]|6: unknown entity 'muse-sparks' (did you mean",
        "[meta, muse-spark]|[Meta]|6: entity id 'Meta': use lower-case",
        "verified: 2026-11-22|follows: 2026/05/nothing|7: 'follows' names no story",
        "verified: 2026-11-22|follows: nothing|7: story id 'nothing': use YYYY/MM/slug",
        "verified: 2026-11-22|date: 2026-06-03|7: 'date' stands twice: keep one",
        "verified: 2026-11-22|image: {url: 'https://x.com/a'}|7: 'credit' is missing",
        "verified: 2026-11-22|corrected: [{date: 2026-06-05}]|7: 'what' is missing",
        "publisher: wsj|publisher: wjs|9: unknown publisher 'wjs' (did you mean 'wsj'?)",
        "publisher: reuters|publisher: wsj|9: one publisher is not enough",
        "{publisher: wsj, |{|9: 'publisher' is missing: add it",
        "title: \"Meta delays\"|titel: \"Meta delays\"|9: unknown key 'titel'",
        "title: \"No date\", |title: \"No date\", via: 3, |10: 'via: 3' names no source",
        "title: \"No date\", |title: \"No date\", via: 2, |10: source 2 repeats itself",
        "https://www.reuters|http://www.reuters|10: 'http://www.reuters.com/a' is no absolute https",
        "https://www.reuters.com|/news|10: '/news/a' is no absolute https address",
        "www.reuters.com|reuters.com.evil.org|10: 'reuters.com.evil.org' is no domain of reuters",
        "  2: {|  two: {|10: a source's key is its number, 1 to 999, not 'two'",
        "  2: {|  1: {|10: '1' stands twice: keep one",
        "title: Meta|title: \"Meta|is not valid YAML",
        "[models]|&a [*a]|is not valid YAML",
      })
  void a_broken_rule_is_reported_with_its_line(String good, String bad, String expected) {
    assertThat(ContentFolder.FRONT).contains(good);

    assertThat(
            problemsOf(
                ContentFolder.FRONT.replaceFirst(
                    Pattern.quote(good), Matcher.quoteReplacement(bad))))
        .anySatisfy(p -> assertThat(p).contains(expected));
  }

  @Test
  void a_title_of_two_hundred_characters_is_the_longest() {
    String title = "Meta holds back the API for Muse Spark";

    assertThat(problemsOf(ContentFolder.FRONT.replace(title, "m".repeat(200)))).isEmpty();
    assertThat(problemsOf(ContentFolder.FRONT.replace(title, "m".repeat(201))))
        .containsExactly("2: the title is longer than 200 characters: shorten it");
  }

  @Test
  void two_sources_with_one_address_are_refused() {
    String front =
        ContentFolder.FRONT
            .replace("publisher: wsj", "publisher: meta-newsroom")
            .replace("\"Meta delays\"", "\"Meta delays\", url: \"https://about.fb.com/a/\"")
            .replace("publisher: reuters", "publisher: meta-newsroom")
            .replace("https://www.reuters.com/a", "https://About.fb.com/a");

    assertThat(problemsOf(front))
        .containsExactly("10: sources 1 and 2 have the same address: merge them");
  }

  @Test
  void one_company_speaking_for_itself_is_enough() {
    String front =
        ContentFolder.FRONT
            .replace("publisher: wsj", "publisher: meta-newsroom")
            .replaceFirst("  2: .*\n", "");

    assertThat(new ContentFolder(dir).storyProblems(front, "Meta set no date. [1]\n")).isEmpty();
  }

  @Test
  void two_sources_that_repeat_each_other_are_refused() {
    String front =
        ContentFolder.FRONT
            .replace("\"Meta delays\"", "\"Meta delays\", via: 2")
            .replace("\"No date\"", "\"No date\", via: 1");

    assertThat(problemsOf(front))
        .containsExactly(
            "9: source 1 repeats itself: remove one 'via'",
            "10: source 2 repeats itself: remove one 'via'");
  }

  @Test
  void front_matter_must_be_there_and_end() {
    assertThat(problemsOf(""))
        .containsExactly("1: the front matter is missing: begin the file with a line '---'");
    assertThat(problemsOf("---\ntitle: x\n"))
        .containsExactly("1: the front matter has no end: close it with a line '---'");
    assertThat(problemsOf("---\n---\n"))
        .containsExactly(
            "2: the front matter is empty: add title, date, topics, entities, sources");
  }

  @Test
  void a_story_may_not_follow_one_of_a_later_date() {
    ContentFolder folder =
        new ContentFolder(dir)
            .with(
                "stories/2026/05/y.md",
                ContentFolder.FRONT
                        .replace("date: 2026-06-03", "date: 2026-05-03")
                        .replace("verified:", "follows: 2026/06/x\nverified:")
                    + ContentFolder.BODY)
            .withStory(ContentFolder.FRONT, ContentFolder.BODY);

    assertThat(folder.problems())
        .containsExactly(
            "stories/2026/05/y.md:7: follows '2026/06/x', which is dated later: let that story"
                + " follow this one");
  }

  @Test
  void stories_of_one_day_may_not_follow_each_other_in_a_circle() {
    ContentFolder folder =
        new ContentFolder(dir)
            .with("stories/2026/06/y.md", following("2026/06/x"))
            .with("stories/2026/06/x.md", following("2026/06/y"));

    assertThat(folder.problems())
        .hasSize(2)
        .allSatisfy(p -> assertThat(p).contains("'follows' goes in a circle"));
  }

  private static String following(String id) {
    return ContentFolder.FRONT.replace("verified:", "follows: [" + id + "]\nverified:")
        + ContentFolder.BODY;
  }
}
