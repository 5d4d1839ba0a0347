package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Row P1: the manifests ask for exactly what the bot needs. */
class ManifestTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Set<String> LEAST =
      Set.of("app_mentions:read", "chat:write", "commands", "im:history");
  private static final Set<String> MORE =
      Set.of("assistant:write", "channels:history", "groups:history");

  @ParameterizedTest
  @CsvSource({"minimal,socket", "minimal,http", "full,socket", "full,http"})
  void a_manifest_asks_for_exactly_its_scopes_and_events(String size, String way)
      throws IOException {
    var manifest = json(size, way);
    var scopes = new TreeSet<>(LEAST);
    var events =
        new TreeSet<>(
            Set.of(
                "app_home_opened",
                "app_mention",
                "app_uninstalled",
                "message.im",
                "tokens_revoked"));
    if (size.equals("full")) {
      scopes.addAll(MORE);
      events.addAll(Set.of("assistant_thread_started", "message.channels", "message.groups"));
    }
    var oauth = manifest.getAsJsonObject("oauth_config");
    assertThat(oauth.getAsJsonObject("scopes").keySet()).containsExactly("bot");
    assertThat(words(oauth.getAsJsonObject("scopes").get("bot"))).isEqualTo(scopes);
    var settings = manifest.getAsJsonObject("settings");
    assertThat(words(settings.getAsJsonObject("event_subscriptions").get("bot_events")))
        .isEqualTo(events);
    assertThat(settings.get("socket_mode_enabled").getAsBoolean()).isEqualTo(way.equals("socket"));
    assertThat(manifest.getAsJsonObject("features").has("assistant_view"))
        .isEqualTo(size.equals("full"));
    assertThat(manifest.toString().contains("https://footnote.example.com/slack/events"))
        .isEqualTo(way.equals("http"));
  }

  @ParameterizedTest
  @CsvSource({"minimal,socket", "minimal,http", "full,socket", "full,http"})
  void the_YAML_says_what_the_JSON_says(String size, String way) throws IOException {
    Object yaml = new Yaml().load(Files.readString(file(size, way, "yaml")));

    assertThat(new Gson().toJsonTree(yaml)).isEqualTo(json(size, way));
  }

  @Test
  void the_manifests_name_the_shortcuts_that_the_bot_knows() throws IOException {
    assertThat(json("minimal", "socket").toString())
        .contains("\"" + SlackInteractions.CHECK + "\"", "\"" + SlackInteractions.ASK + "\"");
  }

  @Test
  void the_bot_asks_for_no_more_than_the_manifests() {
    assertThat(SlackSettings.LEAST_SCOPES).isEqualTo(LEAST);
    assertThat(SlackSettings.MORE_SCOPES).isEqualTo(MORE);
  }

  @Test
  void the_guide_names_every_variable_and_its_links_lead_somewhere() throws IOException {
    var guide = Files.readString(DOCS.resolve("slack.md"));

    assertThat(guide).contains(SlackSettings.VARIABLES);
    var links = Pattern.compile("\\]\\((slack/[^)]+)\\)").matcher(guide);
    assertThat(links.results().map(m -> DOCS.resolve(m.group(1))))
        .hasSize(8)
        .allMatch(Files::exists);
  }

  private static JsonObject json(String size, String way) throws IOException {
    return JsonParser.parseString(Files.readString(file(size, way, "json"))).getAsJsonObject();
  }

  private static Path file(String size, String way, String form) {
    return DOCS.resolve("slack/manifest-%s-%s.%s".formatted(size, way, form));
  }

  private static Set<String> words(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
