package dev.footnote.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.app.settings.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformsTest {

  @TempDir private Path folder;

  @Test
  void nothing_set_is_no_problem_and_no_platform() {
    assertThat(read(Map.of())).isEqualTo(new Platforms(List.of(), List.of()));
    assertThat(read(Map.of("SLACK_BOT_TOKEN", " ")).problems()).isEmpty();
  }

  @Test
  void slack_runs_by_socket_with_two_tokens() {
    var platforms = read(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1"));

    assertThat(platforms.problems()).isEmpty();
    assertThat(platforms.ready()).hasSize(1).noneMatch(ChatPlatform.Ready::needsHttp);
  }

  @Test
  void both_platforms_run_where_both_are_set_up() {
    var platforms =
        read(
            Map.of(
                "DISCORD_TOKEN", "s3cr3t",
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_APP_TOKEN", "xapp-1"));

    assertThat(platforms.problems()).isEmpty();
    assertThat(platforms.ready())
        .extracting(ChatPlatform.Ready::name)
        .containsExactlyInAnyOrder("discord", "slack");
    assertThat(platforms.ready().toString()).doesNotContain("s3cr3t", "xoxb-1", "xapp-1");
  }

  @Test
  void what_is_wrong_with_one_platform_is_said_beside_the_other() {
    var platforms = read(Map.of("DISCORD_TOKEN", "s3cr3t", "SLACK_APP_TOKEN", "xapp-1"));

    assertThat(platforms.ready()).hasSize(1);
    assertThat(platforms.problems()).hasSize(1).first().asString().contains("SLACK_BOT_TOKEN");
  }

  @Test
  void a_token_may_stand_in_a_file() throws IOException {
    var file = Files.writeString(folder.resolve("slack"), "xoxb-1\n");

    var platforms =
        read(Map.of("SLACK_BOT_TOKEN_FILE", file.toString(), "SLACK_APP_TOKEN", "xapp-1"));

    assertThat(platforms.problems()).isEmpty();
    assertThat(platforms.ready()).hasSize(1);
  }

  @Test
  void what_is_half_set_is_named_with_the_way_out_and_never_shown() throws IOException {
    var empty = Files.writeString(folder.resolve("empty"), " \n");

    assertProblem(Map.of("SLACK_BOT_TOKEN", "s3cr3t"), "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET");
    assertProblem(Map.of("SLACK_APP_TOKEN", "s3cr3t"), "SLACK_BOT_TOKEN: is not set");
    assertProblem(Map.of("SLACK_SIGNING_SECRET", "s3cr3t"), "SLACK_BOT_TOKEN: is not set");
    assertProblem(
        Map.of("SLACK_BOT_TOKEN", "s3cr3t", "SLACK_BOT_TOKEN_FILE", "s3cr3t"), "unset one of them");
    assertProblem(Map.of("SLACK_BOT_TOKEN_FILE", folder + "/none"), "cannot be read; name a file");
    assertProblem(Map.of("SLACK_BOT_TOKEN_FILE", empty.toString()), "is empty; write the value");
    assertProblem(
        Map.of("SLACK_BOT_TOKEN", "s3cr3t", "SLACK_SIGNING_SECRET", "s3cr3t"),
        "set FOOTNOTE_HTTP_PORT");
  }

  private static void assertProblem(Map<String, String> environment, String words) {
    assertThat(read(environment).problems())
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem).contains(words).doesNotContain("s3cr3t"));
  }

  private static Platforms read(Map<String, String> environment) {
    assertThat(ServiceSettings.DEFAULT.httpPort()).isEqualTo(OptionalInt.empty());
    return Platforms.read(
        List.of(new DiscordPlatform(), new SlackPlatform()), environment, ServiceSettings.DEFAULT);
  }
}
