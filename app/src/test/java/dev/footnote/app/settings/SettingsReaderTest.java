package dev.footnote.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @TempDir private Path folder;

  @Test
  void what_nobody_sets_has_its_default() {
    var settings = SettingsReader.read(null, Map.of(), Map.of());

    assertThat(settings.data()).isEqualTo(Path.of("data"));
    assertThat(settings.curated()).isTrue();
    assertThat(settings.embeddings()).isTrue();
    assertThat(settings.origins()).isEmpty();
  }

  @Test
  void the_environment_overrides_the_file_and_the_command_line_both() throws IOException {
    var file = file("data: from-file\ntime-zone: Europe/Berlin\nembeddings: false\n");
    var settings =
        SettingsReader.read(
            file, Map.of("FOOTNOTE_DATA", "from-env"), Map.of(Setting.CURATED, "false"));

    assertThat(settings.data()).isEqualTo(Path.of("from-env"));
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.embeddings()).isFalse();
    assertThat(settings.curated()).isFalse();
    assertThat(settings.origins())
        .containsEntry(Setting.DATA, "FOOTNOTE_DATA")
        .containsEntry(Setting.TIME_ZONE, file.toString())
        .containsEntry(Setting.CURATED, "the command line");
  }

  @Test
  void a_path_in_the_file_is_relative_to_the_file() throws IOException {
    var settings = SettingsReader.read(file("data: archive\n"), Map.of(), Map.of());

    assertThat(settings.data()).isEqualTo(folder.resolve("archive"));
  }

  @Test
  void what_serve_needs_is_read_and_checked() {
    var service =
        SettingsReader.read(
                null,
                Map.of(
                    "FOOTNOTE_HTTP_PORT", "8080",
                    "FOOTNOTE_HTTP_HOST", "0.0.0.0",
                    "FOOTNOTE_USER_LIMIT", "5",
                    "FOOTNOTE_TENANT_LIMIT", "50",
                    "FOOTNOTE_KEEP_DAYS", "7",
                    "FOOTNOTE_DISCORD_SHARDS", "4-7/16"),
                Map.of())
            .service();

    assertThat(service.httpPort()).hasValue(8080);
    assertThat(service.httpHost()).isEqualTo("0.0.0.0");
    assertThat(service.userLimit()).isEqualTo(5);
    assertThat(service.tenantLimit()).isEqualTo(50);
    assertThat(service.keepDays()).isEqualTo(7);
    assertThat(service.discordShards()).isEqualTo(new ServiceSettings.Shards(4, 7, 16));
    for (var wrong :
        Map.of(
                "FOOTNOTE_DISCORD_SHARDS", "4/4",
                "FOOTNOTE_USER_LIMIT", "0",
                "FOOTNOTE_KEEP_DAYS", "for ever")
            .entrySet()) {
      assertThatThrownBy(
              () -> SettingsReader.read(null, Map.of(wrong.getKey(), wrong.getValue()), Map.of()))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith(wrong.getKey() + ": ")
          .hasMessageContaining("write ");
    }
  }

  @Test
  void every_problem_is_said_at_once_with_the_way_out() throws IOException {
    var file = file("dta: x\ncurated: maybe\ntime-zone: Mars/Olympus\nslack-api-url: ftp://x\n");

    assertThatThrownBy(() ->
            SettingsReader.read(
                file,
                Map.of(
                    "FOOTNOTE_EMBEDINGS", "1",
                    "FOOTNOTE_HTTP_PORT", "99999",
                    "FOOTNOTE_DISCORD_API_URL", "http://localhost:1/api/"),
                Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            String.join(
                "\n",
                file + ": unknown setting 'dta'; did you mean data?",
                "environment: unknown setting FOOTNOTE_EMBEDINGS; did you mean FOOTNOTE_EMBEDDINGS?",
                file + ": curated: write true or false, not 'maybe'",
                file
                    + ": time-zone: no time zone 'Mars/Olympus'; write one such as Europe/Berlin or UTC",
                "FOOTNOTE_HTTP_PORT: http-port: write a port, 0 to 65535, not '99999'",
                file
                    + ": slack-api-url: write an address such as http://host/path/ that ends in a"
                    + " slash",
                "settings: discord-api-url and discord-gateway-url go together; set both or"
                    + " neither"));
  }

  @Test
  void a_file_that_is_not_there_or_no_YAML_is_named() throws IOException {
    var missing = folder.resolve("none.yaml");
    assertThatThrownBy(() -> SettingsReader.read(missing, Map.of(), Map.of()))
        .hasMessageContaining("no such settings file");
    var broken = file("data: [\n");
    assertThatThrownBy(() -> SettingsReader.read(broken, Map.of(), Map.of()))
        .hasMessageContaining("footnote.yaml:")
        .hasMessageContaining("not YAML");
    var twice = file("data: a\ndata: b\n");
    assertThatThrownBy(() -> SettingsReader.read(twice, Map.of(), Map.of()))
        .hasMessageContaining("Duplicate field 'data'");
  }

  @Test
  void an_empty_file_sets_nothing() throws IOException {
    assertThat(SettingsReader.read(file("# nothing yet\n"), Map.of(), Map.of()).origins())
        .isEmpty();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("footnote.yaml"), text);
  }
}
