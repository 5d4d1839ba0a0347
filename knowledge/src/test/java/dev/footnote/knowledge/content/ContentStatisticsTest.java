package dev.footnote.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.TopicId;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentStatisticsTest {

  @TempDir Path dir;

  @Test
  void stories_are_counted_by_what_they_name() {
    ContentStatistics statistics =
        ContentStatistics.of(
            new ContentFolder(dir)
                .withStory(
                    ContentFolder.FRONT.replace("verified:", "follows: 2026/05/y\nverified:"),
                    ContentFolder.BODY + "\n## Where sources differ\n- When: May [1]; June [2].\n")
                .with(
                    "stories/2026/05/y.md",
                    ContentFolder.FRONT
                            .replace("date: 2026-06-03", "date: 2026-05-03")
                            .replace("[meta, muse-spark]", "[meta]")
                            .replace("[models]", "[funding]")
                        + ContentFolder.BODY)
                .with(
                    "questions/2026/05/y.yaml",
                    "no date:\n- when\n- is there a date\nNot on file:\n- what does it cost\n")
                .load());

    assertThat(statistics.stories()).isEqualTo(2);
    assertThat(statistics.statements()).isEqualTo(4);
    assertThat(statistics.questions()).isEqualTo(2);
    assertThat(statistics.unanswered()).isEqualTo(1);
    assertThat(statistics.references()).isEqualTo(4);
    assertThat(statistics.byMonth())
        .containsExactly(entry(YearMonth.of(2026, 6), 1), entry(YearMonth.of(2026, 5), 1));
    assertThat(statistics.byTopic())
        .containsExactly(entry(new TopicId("funding"), 1), entry(new TopicId("models"), 1));
    assertThat(statistics.byEntity())
        .containsExactly(entry(new EntityId("meta"), 2), entry(new EntityId("muse-spark"), 1));
    assertThat(statistics.byPublisher())
        .containsExactly(entry(new PublisherId("reuters"), 2), entry(new PublisherId("wsj"), 2));
    assertThat(statistics.byReferences()).containsExactly(entry(2, 2));
    assertThat(statistics.byIndependentReferences()).containsExactly(entry(2, 2));
    assertThat(statistics.withDisagreements()).isEqualTo(1);
    assertThat(statistics.following()).isEqualTo(1);
    assertThat(statistics.corrected()).isZero();
  }

  @Test
  void no_story_counts_as_nothing() {
    ContentStatistics statistics = ContentStatistics.of(new ContentFolder(dir).load());

    assertThat(statistics.stories()).isZero();
    assertThat(statistics.publishers()).isEqualTo(4);
    assertThat(statistics.byMonth()).isEmpty();
  }
}
