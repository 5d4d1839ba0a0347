package dev.footnote.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script, run in a copy of the layout with stand-ins for Maven and the newest JDK. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class LaunchScriptTest {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn $*" >>"@FOLDER@/calls"
      [ ! -f "@FOLDER@/slow" ] || sleep 1
      [ ! -f "@FOLDER@/broken" ] || exit 1
      mkdir -p "@HOME@/app/target"
      echo jar >"@HOME@/app/target/footnote.jar"
      """;
  private static final String JAVA =
      """
      #!/bin/sh
      for a in "$@"; do
        case $a in -XX:AOTCacheOutput=*) exit 0 ;; esac
      done
      pwd
      printf '<%s>\\n' "$@"
      """;

  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void lay_out() throws IOException {
    home = folder.resolve("a folder with spaces");
    Files.createDirectories(home.resolve("app/src/main/sh"));
    Files.copy(Path.of("src/main/sh/jdk.sh"), home.resolve("app/src/main/sh/jdk.sh"));
    Files.createDirectories(home.resolve("knowledge/content"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of("../footnote"), home.resolve("footnote"));
    script(home.resolve("footnote"), Files.readString(home.resolve("footnote")));
    script(
        folder.resolve("bin/mvn"),
        MAVEN.replace("@FOLDER@", folder.toString()).replace("@HOME@", home.toString()));
    var jdk = folder.resolve("new jdk");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVA);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
  }

  @Test
  void it_builds_on_first_use_says_so_and_passes_every_argument_on() throws Exception {
    var run =
        run(
            folder,
            home.resolve("footnote").toString(),
            "ask",
            "Who leads \"it\"?",
            "--data",
            "x y");

    assertThat(run.err()).contains("building on first use").contains("JDK 99");
    assertThat(run.out())
        .contains("<ask>\n<Who leads \"it\"?>\n<--data>\n<x y>\n")
        .contains("<-jar>\n<" + home.toRealPath() + "/app/target/footnote.jar>")
        .startsWith(folder.toRealPath().toString());
    assertThat(run.code()).isZero();
  }

  @Test
  void it_builds_again_only_when_a_source_is_newer() throws Exception {
    run(folder, home.resolve("footnote").toString(), "stories");
    assertThat(run(folder, home.resolve("footnote").toString(), "stories").err()).isEmpty();
    var source = Files.writeString(home.resolve("knowledge/content/new.md"), "x");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

    assertThat(run(folder, home.resolve("footnote").toString(), "stories").err())
        .contains("sources have changed");
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void a_build_that_failed_or_was_cut_short_is_made_up_for_by_the_next_run() throws Exception {
    Files.writeString(folder.resolve("broken"), "");
    var failed = run(folder, home.resolve("footnote").toString(), "stories");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("the build failed");
    Files.delete(folder.resolve("broken"));
    var lock = Files.createDirectories(home.resolve("target/footnote-build.lock"));
    Files.writeString(lock.resolve("pid"), "999999999");

    assertThat(run(folder, home.resolve("footnote").toString(), "stories").code()).isZero();
  }

  @Test
  void of_two_first_runs_at_once_one_builds_and_the_other_waits() throws Exception {
    Files.writeString(folder.resolve("slow"), "");
    var one = start(folder, home.resolve("footnote").toString(), "stories");
    var two = start(folder, home.resolve("footnote").toString(), "stories");

    assertThat(finish(one).code()).isZero();
    assertThat(finish(two).code()).isZero();
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void it_runs_through_a_symbolic_link_from_another_folder() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("footnote"));
    var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

    assertThat(run(elsewhere, link.toString(), "stories").out())
        .startsWith(elsewhere.toRealPath().toString())
        .contains(home.toRealPath() + "/app/target/footnote.jar");
  }

  private record Result(int code, String out, String err) {}

  private Result run(Path directory, String... command) throws Exception {
    return finish(start(directory, command));
  }

  private Process start(Path directory, String... command) throws IOException {
    var all = new ArrayList<>(List.of("sh"));
    all.addAll(List.of(command));
    var builder = new ProcessBuilder(all).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("new jdk").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("FOOTNOTE_JAVA_OPTS");
    return builder.start();
  }

  private static Result finish(Process process) throws Exception {
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private long calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls")).size();
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }
}
