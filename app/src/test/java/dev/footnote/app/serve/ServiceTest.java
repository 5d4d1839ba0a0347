package dev.footnote.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.app.engine.EmbeddedWiring;
import dev.footnote.app.engine.Engine;
import dev.footnote.app.platform.ChatPlatform.Ready;
import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.service.Admission;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.Routes;
import dev.footnote.core.service.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on the real engine and the curated stories, without embeddings. */
class ServiceTest {

  private static final TenantId TENANT = new TenantId("fake", "t1");

  @TempDir private Path folder;
  private final BlockingQueue<Outgoing> delivered = new LinkedBlockingQueue<>();
  private final CompletableFuture<Desk> desk = new CompletableFuture<>();
  private volatile Health health = Health.up("there");

  @Test
  void what_it_suggests_to_ask_is_answered_with_sources() throws Exception {
    try (var engine =
            new EmbeddedWiring(InstantSource.system()).open(settings(0), (s, d, t) -> {});
        var service = start(engine, 0)) {
      assertThat(service.port()).isPositive();
      var suggestions = desk.join().suggestions(TENANT);
      var examples = suggestions.examples(4);

      assertThat(examples).hasSize(4).doesNotHaveDuplicates();
      for (var example : examples) {
        assertThat(desk.join().admit(request(example))).isEqualTo(new Admission.Accepted(false));
        var outgoing = delivered.poll(20, TimeUnit.SECONDS);
        assertThat(outgoing).isNotNull();
        assertThat(outgoing.reply().citations()).as(example).isNotEmpty();
      }
      assertThat(suggestions.stories("openai", 25)).hasSizeGreaterThan(10);
    }
  }

  @Test
  void it_ends_with_one_line_when_every_platform_has_ended() throws Exception {
    try (var engine =
            new EmbeddedWiring(InstantSource.system()).open(settings(0), (s, d, t) -> {});
        var service = start(engine, 0)) {
      health = Health.failed("Fake: the token is refused; take another");

      assertThatThrownBy(() -> service.watch(new CountDownLatch(1)))
          .isInstanceOf(ServiceException.class)
          .hasMessage("Fake: the token is refused; take another");
    }
  }

  @Test
  void a_port_that_is_taken_is_named_with_the_way_out() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var engine =
            new EmbeddedWiring(InstantSource.system()).open(settings(0), (s, d, t) -> {})) {
      assertThatThrownBy(() -> start(engine, taken.getLocalPort()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("http: cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("FOOTNOTE_HTTP_PORT");
    }
  }

  private Service start(Engine engine, int port) {
    return Service.start(engine, settings(port), List.of(new Fake()), InstantSource.system());
  }

  private Settings settings(int port) {
    var standard = ServiceSettings.DEFAULT;
    return new Settings(
        folder.resolve("data"),
        true,
        false,
        ZoneOffset.UTC,
        new ServiceSettings(
            OptionalInt.of(port),
            standard.httpHost(),
            standard.userLimit(),
            standard.tenantLimit(),
            standard.keepDays(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            standard.discordShards()),
        Optional.empty(),
        Map.of());
  }

  private static Request request(String question) {
    return new Request(
        List.of(question),
        TENANT,
        "C1",
        "ann",
        new ConversationId("fake:" + question),
        Command.Ask.of(question),
        Optional.empty(),
        false,
        "",
        InstantSource.system().instant());
  }

  private final class Fake implements Ready {

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public boolean needsHttp() {
      return false;
    }

    @Override
    public List<Finding> diagnose() {
      return List.of();
    }

    @Override
    public Bot start(Desk theDesk, Routes routes, InstantSource clock) {
      theDesk.register(
          "fake",
          outgoing -> {
            delivered.add(outgoing);
            return new Outcome.Delivered("m" + outgoing.id());
          });
      desk.complete(theDesk);
      return new Bot() {
        @Override
        public Health health() {
          return health;
        }

        @Override
        public void stopTaking() {
          // Nothing comes by itself.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };
    }
  }
}
