package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.core.service.TenantId;
import dev.footnote.knowledge.ArticleStore.Change;
import dev.footnote.knowledge.ArticleStore.Outcome;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.Function;

final class SchemaTest {

  @TempDir private Path root;
  private DataFolder folder;
  private Path file;

  @BeforeEach
  void create() {
    folder = DataFolder.open(root);
    file = folder.database();
    NativeLibrary.load(folder, Articles.NOW);
  }

  static List<Integer> released() {
    return java.util.stream.IntStream.rangeClosed(1, Schema.CURRENT.newest()).boxed().toList();
  }

  /**
   * Each schema that was ever released has its dump, {@code schema-<n>.sql}, with the same data.
   */
  @ParameterizedTest
  @MethodSource("released")
  void every_older_schema_is_migrated_with_its_data(int version) throws Exception {
    restore("schema-" + version + ".sql");

    try (var store = SqliteStore.open(folder, InstantSource.fixed(Articles.NOW))) {
      assertThat(store.identity()).isEqualTo("5ac1d3a0f6c04c0c8a9b1a2b3c4d5e6f");
      assertThat(store.sequence()).isEqualTo(4);
      assertThat(store.changesAfter(0, 10))
          .containsExactly(
              new Change(2, article("b", "Second.\n\nParagraph; with 'quotes'.")),
              new Change(4, article("a", "First, corrected twice.")));
      assertThat(store.versions()).isEqualTo(2);
      assertThat(
              store.put(List.of(article("a", "First, corrected twice."), article("c", "Third."))))
          .containsExactly(Outcome.UNCHANGED, Outcome.ADDED);
      store.embeddings("m").put(java.util.Map.of("k", new float[] {1}));
      if (version >= 3) {
        assertServiceIsKept(store.service());
      }
    }
    try (var connection = Connections.reader(file)) {
      assertThat(Connections.number(connection, "PRAGMA user_version"))
          .isEqualTo(Schema.CURRENT.newest());
      assertThat(Connections.text(connection, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(Connections.number(connection, "SELECT count(*) FROM pragma_foreign_key_check"))
          .isZero();
    }
  }

  private static void assertServiceIsKept(ServiceStore service) {
    var tenant = new TenantId("test", "acme");
    assertThat(service.inbox().isKnown(List.of("1"))).isTrue();
    var pending = service.inbox().unfinished().getFirst();
    assertThat(pending.request().command()).isEqualTo(Command.Ask.of("How much did Acme spend? 2"));
    assertThat(pending.reply().orElseThrow().plainText()).contains("Acme spent $72.2 billion");
    assertThat(service.inbox().conversation(tenant, "m1"))
        .contains(new ConversationId("test:acme:user-1"));
    var exchange = service.answers().exchange(tenant, "2cnzs9dazvdx7qqx").orElseThrow();
    assertThat(exchange.answered().answer()).isEqualTo(ScriptedAnswering.grounded());
    assertThat(service.answers().reply(tenant, "2cnzs9dazvdx7qqx").orElseThrow().answerId())
        .contains("2cnzs9dazvdx7qqx");
    assertThat(service.answers().feedback(tenant, "2cnzs9dazvdx7qqx")).hasSize(1);
    assertThat(service.answers().recall(tenant, "1fdwve5ei20ttn0g0kf7s1y8")).contains("text");
    assertThat(service.tenants().settings(tenant).orElseThrow().channels()).containsExactly("C1");
    assertThat(service.tenants().audit(tenant, 9)).hasSize(1);
    assertThat(service.tenants().get(tenant, "token")).contains(new byte[] {1});
  }

  @Test
  void a_migrated_database_has_the_tables_of_a_new_one() throws Exception {
    var fresh = DataFolder.open(root.resolve("fresh"));
    SqliteStore.open(fresh, InstantSource.system()).close();
    restore("schema-1.sql");
    SqliteStore.open(folder, InstantSource.system()).close();

    assertThat(tables(file)).isEqualTo(tables(fresh.database()));
  }

  @Test
  void a_database_of_a_newer_program_is_refused_and_left_alone() throws Exception {
    SqliteStore.open(folder, InstantSource.system()).close();
    try (var connection = Connections.writer(file)) {
      Connections.execute(connection, "PRAGMA user_version = 7");
    }
    var before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteStore.open(folder, InstantSource.system()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file
                + ": written by a newer Footnote (schema 7, this one knows "
                + Schema.CURRENT.newest()
                + "); run that one, or choose another data folder with --data");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(file.resolveSibling("footnote.db-wal")).doesNotExist();
  }

  @Test
  void a_database_of_another_program_is_refused_and_left_alone() throws Exception {
    try (var connection = Connections.writer(file)) {
      Connections.execute(connection, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)");
    }
    var before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteStore.open(folder, InstantSource.system()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file + ": a database of another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_step_that_fails_leaves_nothing_behind() throws Exception {
    restore("schema-1.sql");
    try (var connection = Connections.writer(file)) {
      var broken = new Schema(List.of("001-articles.sql", "002-broken.sql"));
      assertThatThrownBy(() -> broken.migrate(file, connection)).isInstanceOf(SQLException.class);
    }

    assertStillAt(1);
  }

  @Test
  void a_process_that_is_killed_within_a_step_leaves_nothing_behind() throws Exception {
    restore("schema-1.sql");

    assertThat(Fork.start(Halting.class, root.toString()).waitFor()).isEqualTo(9);

    assertThat(file.resolveSibling("footnote.db-wal")).exists();
    assertStillAt(1);
  }

  private void assertStillAt(int version) throws SQLException {
    try (var connection = Connections.reader(file)) {
      assertThat(Connections.number(connection, "PRAGMA user_version")).isEqualTo(version);
      assertThat(tables(file)).noneMatch(sql -> sql.contains("_half"));
    }
    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      assertThat(store.changesAfter(0, 10)).hasSize(2);
      assertThat(store.embeddings("m").find(List.of("k"))).isEmpty();
    }
  }

  /** Migrates with a step that ends the process half-way, as kill -9 would. */
  static final class Halting {
    public static void main(String[] arguments) throws SQLException {
      var folder = DataFolder.open(Path.of(arguments[0]));
      NativeLibrary.load(folder, Articles.NOW);
      var connection = Connections.writer(folder.database());
      Connections.execute(connection, "PRAGMA journal_mode = WAL");
      // What is not committed would stay in memory: make it reach the log.
      Connections.execute(connection, "PRAGMA cache_size = 1");
      Function.create(
          connection,
          "halt",
          new Function() {
            @Override
            protected void xFunc() {
              Runtime.getRuntime().halt(9);
            }
          });
      new Schema(List.of("001-articles.sql", "002-halting.sql"))
          .migrate(folder.database(), connection);
    }
  }

  private void restore(String dump) throws IOException, SQLException {
    try (var resource = SchemaTest.class.getResourceAsStream(dump);
        var connection = Connections.writer(file);
        var statement = connection.createStatement()) {
      var sql = Objects.requireNonNull(resource, dump + ": every released schema has a dump");
      statement.executeUpdate(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<String> tables(Path file) throws SQLException {
    try (Connection connection = Connections.reader(file);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")) {
      var tables = new java.util.ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }
}
