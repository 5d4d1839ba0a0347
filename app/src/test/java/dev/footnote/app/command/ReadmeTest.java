package dev.footnote.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.footnote.app.settings.Setting;
import dev.footnote.app.terminal.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Nothing that the README shows is untested. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?\\./footnote(.*)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern SETTING =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `(FOOTNOTE_[A-Z_]+)` \\| (.*) \\| (.*) \\|$");

  @Test
  void every_command_it_shows_is_one() throws IOException {
    var commands = COMMAND.matcher(readme()).results().map(m -> m.group(1)).toList();

    assertThat(commands).hasSizeGreaterThan(12);
    assertThat(commands)
        .allSatisfy(command ->
            assertThatCode(() -> commandLine().parseArgs(words(command)))
                .as(command)
                .doesNotThrowAnyException());
  }

  @Test
  void every_command_there_is_is_shown() throws IOException {
    var readme = readme();

    assertThat(commandLine().getSubcommands().keySet())
        .filteredOn(name -> !name.equals("help"))
        .allSatisfy(name -> assertThat(readme).contains("./footnote " + name));
  }

  @Test
  void its_table_of_settings_is_complete_and_right() throws IOException {
    var rows =
        SETTING
            .matcher(readme())
            .results()
            .map(m -> List.of(m.group(1), m.group(2), m.group(3), m.group(4)))
            .toList();

    assertThat(rows)
        .isEqualTo(
            Arrays.stream(Setting.values())
                .map(s -> List.of(s.key(), s.variable(), s.fallback(), s.meaning()))
                .toList());
  }

  @Test
  void its_test_command_is_the_one_that_CI_runs() throws IOException {
    assertThat(readme()).contains("```sh\nmvn -B verify\n```");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("exec mvn -B verify\n");
  }

  @Test
  void every_file_it_points_to_is_there() throws IOException {
    var links = Pattern.compile("]\\((?!http)([^)#]+)\\)").matcher(readme()).results();

    assertThat(links.map(m -> m.group(1)))
        .filteredOn(
            link -> !link.equals("docs/benchmarks.md") || Files.exists(ROOT.resolve("docs")))
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  private static CommandLine commandLine() {
    var none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var streams =
        new Streams(InputStream.nullInputStream(), none, none, Screen.PLAIN, false, false);
    return CommandLines.create(streams, new SampleEngine(), Map.of(), InstantSource.system());
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
        .toArray(String[]::new);
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
