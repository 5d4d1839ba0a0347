package dev.footnote.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions of the design; each technology has one home. */
class ArchitectureTest {

  private static final String ROOT = "dev.footnote";
  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);
  }

  @Test
  void all_modules_are_seen() {
    for (var module : new String[] {"knowledge", "core.answer", "core.conversation", "app"}) {
      assertThat(classes.stream().map(c -> c.getPackageName())).contains(ROOT + "." + module);
    }
  }

  @Test
  void knowledge_knows_nothing_above_it() {
    mayNotUse("..footnote.knowledge..", "..footnote.core..", "..footnote.app..");
    mayNotUse("..footnote.knowledge..", "..footnote.slack..", "..footnote.discord..");
  }

  @Test
  void core_knows_nothing_above_it() {
    mayNotUse(
        "..footnote.core..", "..footnote.app..", "..footnote.slack..", "..footnote.discord..");
  }

  @Test
  void the_adapters_never_meet_and_know_no_launcher() {
    mayNotUse("..footnote.slack..", "..footnote.discord..", "..footnote.app..");
    mayNotUse("..footnote.discord..", "..footnote.slack..", "..footnote.app..");
  }

  @Test
  void adapters_leave_content_to_core() {
    for (var adapter : new String[] {"..footnote.slack..", "..footnote.discord.."}) {
      mayNotUse(adapter, "..footnote.core.lucene..", "..footnote.core.langchain4j..");
      mayNotUse(adapter, "..footnote.core.jdbc..", "..footnote.knowledge.content..");
    }
  }

  @Test
  void technology_in_core_is_reached_through_ports_alone() {
    for (var ports :
        new String[] {
          "..core.question..",
          "..core.answer..",
          "..core.retrieval..",
          "..core.conversation..",
          "..core.service.."
        }) {
      mayNotUse(ports, "..core.lucene..", "..core.langchain4j..", "..core.jdbc..");
    }
  }

  @Test
  void each_technology_has_one_home() {
    onlyIn("..footnote.core.langchain4j..", "dev.langchain4j..");
    onlyIn("..footnote.core.lucene..", "org.apache.lucene..");
    onlyIn("..footnote.core.jdbc..", "java.sql..", "javax.sql..", "org.sqlite..");
    onlyIn("..footnote.discord..", "net.dv8tion..");
    onlyIn("..footnote.slack..", "com.slack..");
    onlyIn("..footnote.app..", "picocli..", "org.jline..");
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void nobody_prints_but_through_the_streams_a_command_is_given() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".app.Main")
        .and()
        .doNotHaveSimpleName("ContentPackager") // runs in the build alone
        .and()
        .doNotHaveSimpleName("CuratedVectors") // likewise
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  private static void mayNotUse(String from, String... packages) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true)
        .check(classes);
  }

  private static void onlyIn(String home, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(classes);
  }
}
