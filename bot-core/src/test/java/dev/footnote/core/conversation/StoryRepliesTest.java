package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryRepliesTest {

  private final SampleKnowledge knowledge = new SampleKnowledge();
  private final StoryReplies replies = new StoryReplies(knowledge);
  private final SubjectReplies subjects = new SubjectReplies(knowledge);
  private final StoryFinder finder = new StoryFinder(knowledge);

  @Test
  void a_story_shows_all_that_is_known_of_it() {
    assertThat(replies.story("2026/06/acme-delays-anvil-api").plainText())
        .isEqualTo(
            """
            Acme delays the Anvil API
            3 June 2026, updated 5 June 2026 · 2026/06/acme-delays-anvil-api
            Acme had set no date for the Anvil API. [1][2] A spokesman said it would come in June. [2]
            Timeline
            - 2026-04-08: Anvil 2 launches without a public API. [2]
            Sources differ: How often it slipped
            - "repeatedly" [1]
            - twice [2]
            Corrected
            - 5 June 2026: The month was May, not June.
            Follows
            - Acme launches Anvil 2 (8 April 2026) 2026/04/acme-launches-anvil
            2 sources, 2 independent. Last verified 22 November 2026.
            Sources
            [1] The Daily Paper, Acme delays the Anvil API, paper, 2026-06-03, no link on file
            [2] The Letter, Acme delays the Anvil API, letter, 2026-06-03, https://letter.example/2026-06-03\
            """);
  }

  @Test
  void a_story_names_what_followed_it() {
    assertThat(replies.story("acme-launches-anvil").plainText())
        .contains("Followed by\n- Acme delays the Anvil API");
  }

  @Test
  void a_story_goes_by_its_slug_its_title_or_a_unique_part_of_them() {
    for (var typed :
        new String[] {
          "acme-delays-anvil-api",
          "2026/06",
          "2026/06/acme-del",
          "acme-del",
          "delays",
          "acme delays the anvil api",
          "2026/06/acme-delays-anvil-api.md"
        }) {
      assertThat(finder.story(typed).story().map(s -> s.id().value()))
          .as(typed)
          .isEqualTo(Optional.of("2026/06/acme-delays-anvil-api"));
    }
  }

  @Test
  void a_name_that_fits_several_stories_lists_them() {
    assertThat(replies.story("acme").plainText())
        .contains("Did you mean one of these?")
        .contains("2026/04/acme-launches-anvil")
        .contains("2026/06/acme-delays-anvil-api");
  }

  @Test
  void a_name_that_fits_none_suggests_stories_that_share_a_word() {
    assertThat(finder.story("the launches of rockets").candidates()).hasSize(1);
    assertThat(replies.story("zorp").plainText()).isEqualTo("No story on file goes by that name.");
  }

  @Test
  void an_unknown_subject_suggests_the_nearest_names() {
    assertThat(subjects.timeline("acmee")).isEmpty();
    assertThat(subjects.noSubject("acmee").plainText()).contains("Did you mean Acme?");
  }
}
