package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.StoryId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CuratedKnowledgeTest {

  @TempDir Path dir;

  @Test
  void a_folder_without_stories_is_a_knowledge_base() {
    CuratedKnowledge knowledge = new ContentFolder(dir).load();

    assertThat(knowledge.stories()).isEmpty();
    assertThat(knowledge.publisher(new PublisherId("wsj"))).isPresent();
    assertThat(knowledge.fingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_story_is_read_with_everything_it_says() {
    Story story =
        new ContentFolder(dir)
            .with("stories/2026/04/launch.md", launch())
            .withStory(
                ContentFolder.FRONT.replace(
                    "verified:",
                    """
                    follows: 2026/04/launch
                    image: {url: "https://about.fb.com/i.png", credit: Meta, alt: A chart}
                    corrected: [{date: 2026-06-05, what: The date was wrong.}]
                    verified:\
                    """),
                """
                Meta set no date for the API. [1][2] A spokesman said it was
                coming in June [2].

                ## Why it matters
                Developers wait. [1]

                ## Timeline
                - 2026-04: Muse Spark launches. [2]
                - 2026-04-08: Meta names partners [1]

                ## Where sources differ
                - How often it slipped: "repeatedly" [1]; twice, to May and June [2].
                """)
            .load()
            .story(new StoryId("2026/06/x"))
            .orElseThrow();

    assertThat(story.updated()).isEqualTo("2026-06-05");
    assertThat(story.follows()).containsExactly(new StoryId("2026/04/launch"));
    assertThat(story.image().orElseThrow().credit()).isEqualTo("Meta");
    assertThat(story.corrections()).hasSize(1);
    assertThat(story.lead())
        .containsExactly(
            new Statement(
                "Meta set no date for the API.", "Meta set no date for the API.", List.of(1, 2)),
            new Statement(
                "A spokesman said it was coming in June.",
                "A spokesman said it was\ncoming in June",
                List.of(2)));
    assertThat(story.whyItMatters()).hasSize(1);
    assertThat(story.timeline().getFirst())
        .isEqualTo(
            new Story.TimelineEntry(
                "2026-04",
                LocalDate.parse("2026-04-01"),
                new Statement("Muse Spark launches.", "Muse Spark launches.", List.of(2))));
    assertThat(story.disagreements())
        .containsExactly(
            new Story.Disagreement(
                "How often it slipped",
                List.of(
                    new Statement("\"repeatedly\"", "\"repeatedly\"", List.of(1)),
                    new Statement(
                        "twice, to May and June", "twice, to May and June", List.of(2)))));
  }

  private static String launch() {
    return ContentFolder.FRONT
            .replace("2026-06-03\nupdated", "2026-04-08\nupdated")
            .replace("holds back", "launches")
        + ContentFolder.BODY;
  }

  @Test
  void stories_are_listed_newest_first() {
    CuratedKnowledge knowledge =
        new ContentFolder(dir)
            .with("stories/2026/04/launch.md", launch())
            .withStory(ContentFolder.FRONT, ContentFolder.BODY)
            .load();

    assertThat(knowledge.stories())
        .extracting(s -> s.id().value())
        .containsExactly("2026/06/x", "2026/04/launch");
  }

  @Test
  void repeats_and_publishers_of_one_owner_are_not_independent() {
    String front =
        ContentFolder.FRONT.replace(
            "  2:",
            """
            3: {publisher: marketwatch, published: 2026-06-03, title: Meta delays}
            4: {publisher: meta-newsroom, published: 2026-06-03, title: Word, via: 1}
            2:\
            """
                .indent(2)
                .stripTrailing());

    CuratedKnowledge knowledge =
        new ContentFolder(dir).withStory(front, "Meta set no date. [1][2][3][4]\n").load();

    assertThat(knowledge.independentReferences(knowledge.stories().getFirst())).isEqualTo(2);
  }

  @Test
  void the_fingerprint_changes_with_the_content_alone() {
    ContentFolder folder =
        new ContentFolder(dir).withStory(ContentFolder.FRONT, ContentFolder.BODY);
    String before = folder.load().fingerprint();

    assertThat(folder.load().fingerprint()).isEqualTo(before);
    assertThat(
            folder
                .withStory(ContentFolder.FRONT, ContentFolder.BODY.replace("no", "a"))
                .load()
                .fingerprint())
        .isNotEqualTo(before);
  }

  @Test
  void every_problem_of_a_folder_is_reported_at_once() {
    ContentFolder folder =
        new ContentFolder(dir)
            .with("topics.yaml", "- {id: models}\n")
            .withStory(ContentFolder.FRONT, "Meta set no date.\n");

    assertThatThrownBy(folder::load)
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("stories/2026/06/x.md:12: no citation after 'Meta set no date.'")
        .hasMessageContaining("topics.yaml:1: 'name' is missing")
        .extracting(e -> ((ContentException) e).problems().size())
        .isEqualTo(5);
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    assertThatThrownBy(() -> CuratedKnowledge.load(dir.resolve("nowhere")))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("nowhere: is no folder");
  }

  @Test
  void what_was_packaged_is_what_was_read() {
    Content content =
        Content.read(
            dirOf(new ContentFolder(dir).withStory(ContentFolder.FRONT, ContentFolder.BODY)));

    CuratedKnowledge packaged = PackagedContent.parse(PackagedContent.bytes(content));

    assertThat(packaged.stories()).isEqualTo(content.stories());
    assertThat(packaged.publishers())
        .containsExactlyElementsOf(content.vocabulary().publishers().values());
    assertThat(packaged.fingerprint()).isEqualTo(PackagedContent.of(content).fingerprint());
    assertThat(PackagedContent.bytes(content)).isEqualTo(PackagedContent.bytes(content));
  }

  private Path dirOf(ContentFolder written) {
    assertThat(written.problems()).isEmpty();
    return dir;
  }

  @Test
  void a_damaged_package_is_refused_with_the_way_out() {
    byte[] bytes = PackagedContent.bytes(Content.read(dirOf(new ContentFolder(dir))));
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 3);
    bytes[3]++;

    assertThatThrownBy(() -> PackagedContent.parse(cut)).hasMessageContaining("build the program");
    assertThatThrownBy(() -> PackagedContent.parse(bytes)).hasMessageContaining("another version");
  }

  @Test
  void the_shipped_content_is_packaged_and_its_quotes_are_its_text_byte_for_byte() {
    CuratedKnowledge shipped = CuratedKnowledge.packaged();

    assertThat(shipped.publishers()).isNotEmpty();
    assertThat(shipped.fingerprint())
        .isEqualTo(CuratedKnowledge.load(Path.of("content")).fingerprint());
    for (Story story : shipped.stories()) {
      assertThat(story.statements())
          .allSatisfy(s -> {
            assertThat(story.text()).contains(s.quote());
            assertThat(s.quote()).isNotBlank().doesNotContainPattern(Mark.FORM);
            assertThat(s.text()).isNotBlank().doesNotContainPattern(Mark.FORM);
          });
    }
  }
}
