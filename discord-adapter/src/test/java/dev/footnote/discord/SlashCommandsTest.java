package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.discord.fake.FakeDiscord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlashCommandsTest {

  private static final List<String> LOCALES = List.of("de", "fr", "es-ES", "ja", "pt-BR");

  @Test
  void every_name_and_description_is_there_in_every_language() {
    var missing = new ArrayList<String>();
    CommandRegistration.wanted().stream(DataArray::getObject)
        .forEach(c -> collect(c, c.getString("name"), missing));

    assertThat(missing).containsExactly("ainews: name");
  }

  private static void collect(DataObject object, String path, List<String> missing) {
    for (var what : List.of("name", "description")) {
      if (object.hasKey(what)) {
        var there = object.optObject(what + "_localizations").orElseGet(DataObject::empty);
        if (!there.keys().containsAll(LOCALES)) {
          missing.add(path + ": " + what);
        }
      }
    }
    for (var inner : List.of("options", "choices")) {
      object
          .optArray(inner)
          .ifPresent(a ->
              a.stream(DataArray::getObject)
                  .forEach(o -> collect(o, path + " " + o.getString("name"), missing)));
    }
  }

  @Test
  void no_command_is_longer_than_discord_allows_in_any_language() {
    for (var locale : List.of("", "de", "fr", "es-ES", "ja", "pt-BR")) {
      CommandRegistration.wanted().stream(DataArray::getObject)
          .forEach(c -> assertThat(length(c, locale)).isLessThan(8000));
    }
  }

  private static int length(DataObject object, String locale) {
    int length = object.getString("value", "").length();
    for (var what : List.of("name", "description")) {
      length +=
          object
              .optObject(what + "_localizations")
              .map(l -> l.getString(locale, null))
              .orElse(object.getString(what, ""))
              .length();
    }
    for (var inner : List.of("options", "choices")) {
      length +=
          object
              .optArray(inner)
              .map(a -> a.stream(DataArray::getObject).mapToInt(o -> length(o, locale)).sum())
              .orElse(0);
    }
    return length;
  }

  @Test
  void commands_are_registered_when_they_differ_and_only_then(@TempDir Path folder) {
    try (var discord = new FakeDiscord()) {
      BotFixture.start(discord, folder).close();
      assertThat(puts(discord)).isEqualTo(1);
      try (var again = BotFixture.start(discord, folder)) {
        FakeDiscord.await(
            () ->
                discord.rest().calls().stream().filter(c -> c.path().endsWith("/commands")).count()
                    >= 3,
            () -> "compared");
        assertThat(again.bot().health().isUp()).isTrue();
      }
      assertThat(puts(discord)).isEqualTo(1);
      discord.commands().getObject(0).put("description", "Something else");
      try (var again = BotFixture.start(discord, folder)) {
        FakeDiscord.await(() -> puts(discord) == 2, () -> "registered again");
        assertThat(again.bot().health().isUp()).isTrue();
      }
      assertThat(discord.rest().violations()).isEmpty();
    }
  }

  private static long puts(FakeDiscord discord) {
    return discord.rest().calls().stream().filter(c -> c.method().equals("PUT")).count();
  }

  @Test
  void what_is_asked_is_what_the_options_say() {
    var decoded =
        CommandDecoder.slash(
            "compare",
            name ->
                java.util.Optional.ofNullable(
                    java.util.Map.of("first", "OpenAI", "second", "Anthropic").get(name)));

    assertThat(decoded.asked()).isEqualTo("compare OpenAI and Anthropic");
  }
}
