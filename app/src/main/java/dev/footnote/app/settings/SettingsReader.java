package dev.footnote.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.footnote.core.conversation.Nearness;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from a file, then from the environment, then from the command line; what is said
 * later counts. Says every problem at once.
 */
public final class SettingsReader {

  /** The settings file where none is named. */
  public static final Path DEFAULT_FILE = Path.of("footnote.yaml");

  private static final String PREFIX = "FOOTNOTE_";

  private static final Pattern SHARDS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?/(\\d{1,5})");

  /** Variables that are read elsewhere. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("FOOTNOTE_CONFIG", "FOOTNOTE_JAVA_OPTS");

  private record Said(String value, String origin, Path base) {}

  private final Map<Setting, Said> said = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();

  private SettingsReader() {}

  /**
   * Reads all settings.
   *
   * @param file the file named on the command line; must exist if given
   * @param arguments settings on the command line, by option as typed
   * @throws SettingsException naming every problem
   */
  public static Settings read(
      @Nullable Path file, Map<String, String> environment, Map<Setting, String> arguments) {
    return new SettingsReader().settings(file, environment, arguments);
  }

  private Settings settings(
      @Nullable Path file, Map<String, String> environment, Map<Setting, String> arguments) {
    var read = fileToRead(file, environment);
    read.ifPresent(this::readFile);
    readEnvironment(environment);
    var here = Path.of("");
    arguments.forEach((setting, value) -> say(setting, value, "the command line", here));
    var settings =
        new Settings(
            value(Setting.DATA, Path.of("data"), s -> s.base().resolve(s.value())),
            value(Setting.CURATED, true, SettingsReader::bool),
            value(Setting.EMBEDDINGS, true, SettingsReader::bool),
            value(Setting.TIME_ZONE, ZoneId.systemDefault(), s -> ZoneId.of(s.value())),
            service(),
            read,
            origins());
    if (said.containsKey(Setting.DISCORD_API_URL)
        != said.containsKey(Setting.DISCORD_GATEWAY_URL)) {
      problems.add(
          "settings: discord-api-url and discord-gateway-url go together; set both or neither");
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  private ServiceSettings service() {
    var standard = ServiceSettings.DEFAULT;
    return new ServiceSettings(
        value(Setting.HTTP_PORT, standard.httpPort(), s -> OptionalInt.of(port(s))),
        value(Setting.HTTP_HOST, standard.httpHost(), Said::value),
        value(Setting.USER_LIMIT, standard.userLimit(), s -> number(s, 60_000)),
        value(Setting.TENANT_LIMIT, standard.tenantLimit(), s -> number(s, 60_000)),
        value(Setting.KEEP_DAYS, standard.keepDays(), s -> number(s, 3_650)),
        value(Setting.SLACK_API_URL, Optional.empty(), s -> Optional.of(address(s, "http"))),
        value(Setting.DISCORD_API_URL, Optional.empty(), s -> Optional.of(address(s, "http"))),
        value(Setting.DISCORD_GATEWAY_URL, Optional.empty(), s -> Optional.of(address(s, "ws"))),
        value(Setting.DISCORD_SHARDS, standard.discordShards(), SettingsReader::shards));
  }

  private Optional<Path> fileToRead(@Nullable Path named, Map<String, String> environment) {
    if (named != null) {
      return Optional.of(named);
    }
    var variable = environment.getOrDefault("FOOTNOTE_CONFIG", "");
    if (!variable.isBlank()) {
      return Optional.of(Path.of(variable));
    }
    return Files.exists(DEFAULT_FILE) ? Optional.of(DEFAULT_FILE) : Optional.empty();
  }

  private void readFile(Path file) {
    if (!Files.isRegularFile(file)) {
      problems.add(file + ": no such settings file; leave --config out to use the defaults");
      return;
    }
    JsonNode root;
    try {
      root = mapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      problems.add(
          file
              + ":"
              + (where == null ? 1 : where.getLineNr())
              + ": not YAML of the form `key: value`: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
      return;
    } catch (IOException e) {
      problems.add(file + ": cannot be read; give this user the right to");
      return;
    }
    if (root.isMissingNode() || root.isNull()) {
      return;
    }
    if (!root.isObject()) {
      problems.add(file + ":1: not a list of settings; write `key: value` lines");
      return;
    }
    var parent = file.getParent();
    var base = parent == null ? Path.of("") : parent;
    root.properties()
        .forEach(entry -> {
          var setting = Setting.of(entry.getKey());
          if (setting.isEmpty()) {
            problems.add(
                file + ": unknown setting '" + entry.getKey() + "'" + known(entry.getKey()));
          } else if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
            problems.add(file + ": " + entry.getKey() + ": needs one value");
          } else {
            say(setting.get(), entry.getValue().asText(), file.toString(), base);
          }
        });
  }

  private void readEnvironment(Map<String, String> environment) {
    var here = Path.of("");
    for (var entry : new TreeMap<>(environment).entrySet()) {
      var name = entry.getKey();
      if (!name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name)) {
        continue;
      }
      var setting =
          Arrays.stream(Setting.values()).filter(s -> s.variable().equals(name)).findFirst();
      if (setting.isEmpty()) {
        var names = Arrays.stream(Setting.values()).map(Setting::variable).toList();
        problems.add("environment: unknown setting " + name + suggestion(name, names));
      } else if (!entry.getValue().isBlank()) {
        say(setting.get(), entry.getValue(), name, here);
      }
    }
  }

  private void say(Setting setting, String value, String origin, Path base) {
    said.put(setting, new Said(value.strip(), origin, base));
  }

  private <T> T value(Setting setting, T fallback, Function<Said, T> parse) {
    var value = said.get(setting);
    if (value == null) {
      return fallback;
    }
    try {
      return parse.apply(value);
    } catch (InvalidPathException e) {
      problems.add(value.origin() + ": " + setting.key() + ": not a path");
    } catch (DateTimeException e) {
      problems.add(
          value.origin()
              + ": "
              + setting.key()
              + ": no time zone '"
              + value.value()
              + "'; write one such as Europe/Berlin or UTC");
    } catch (IllegalArgumentException e) {
      problems.add(value.origin() + ": " + setting.key() + ": " + e.getMessage());
    }
    return fallback;
  }

  private Map<Setting, String> origins() {
    var origins = new EnumMap<Setting, String>(Setting.class);
    said.forEach((setting, value) -> origins.put(setting, value.origin()));
    return origins;
  }

  private static boolean bool(Said said) {
    return switch (said.value()) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default ->
          throw new IllegalArgumentException("write true or false, not '" + said.value() + "'");
    };
  }

  private static int port(Said said) {
    if (!said.value().matches("\\d{1,5}") || Integer.parseInt(said.value()) > 65535) {
      throw new IllegalArgumentException("write a port, 0 to 65535, not '" + said.value() + "'");
    }
    return Integer.parseInt(said.value());
  }

  private static int number(Said said, int most) {
    if (!said.value().matches("\\d{1,9}")
        || Integer.parseInt(said.value()) < 1
        || Integer.parseInt(said.value()) > most) {
      throw new IllegalArgumentException(
          "write a number, 1 to " + most + ", not '" + said.value() + "'");
    }
    return Integer.parseInt(said.value());
  }

  private static ServiceSettings.Shards shards(Said said) {
    var parts = SHARDS.matcher(said.value());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "write this process's connections out of all, such as 0/1 or 0-3/16, not '"
              + said.value()
              + "'");
    }
    int first = Integer.parseInt(parts.group(1));
    int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
    return new ServiceSettings.Shards(first, last, Integer.parseInt(parts.group(3)));
  }

  private static URI address(Said said, String scheme) {
    try {
      var uri = new URI(said.value());
      boolean fits = scheme.equals(uri.getScheme()) || (scheme + "s").equals(uri.getScheme());
      if (fits && uri.getHost() != null && said.value().endsWith("/")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one message there is for it.
    }
    throw new IllegalArgumentException(
        "write an address such as " + scheme + "://host/path/ that ends in a slash");
  }

  private static String known(String key) {
    return suggestion(key, Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  private static String suggestion(String typed, List<String> known) {
    return Nearness.nearest(typed, known)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; known are " + String.join(", ", known));
  }

  private static YAMLMapper mapper() {
    return YAMLMapper.builder(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
