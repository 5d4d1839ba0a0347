package dev.footnote.app.command;

import dev.footnote.app.platform.ChatPlatform;
import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform with one token, {@code SAMPLE_TOKEN}: {@code bad} is refused. */
final class SamplePlatform implements ChatPlatform {

  @Override
  public List<String> variables() {
    return List.of("SAMPLE_TOKEN", "SAMPLE_SECRET");
  }

  @Override
  public Optional<Ready> read(Map<String, String> environment, ServiceSettings settings) {
    if (environment.containsKey("SAMPLE_SECRET") && !environment.containsKey("SAMPLE_TOKEN")) {
      throw new IllegalArgumentException("SAMPLE_SECRET: is set without SAMPLE_TOKEN; set both");
    }
    return Optional.ofNullable(environment.get("SAMPLE_TOKEN"))
        .map(token -> new Sample(token.equals("bad"), environment.containsKey("SAMPLE_SECRET")));
  }

  private record Sample(boolean refused, boolean needsHttp) implements Ready {

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public List<Finding> diagnose() {
      return List.of(
          refused
              ? Finding.failed("token: refused", "take the right one")
              : Finding.ok("token: accepted"));
    }

    @Override
    public Bot start(Desk desk, Routes routes, InstantSource clock) {
      desk.register("sample", outgoing -> new Outcome.Delivered("m"));
      return new Bot() {
        @Override
        public Health health() {
          return refused
              ? Health.failed("Sample: SAMPLE_TOKEN is refused; take the right one")
              : Health.up("Sample: there");
        }

        @Override
        public void stopTaking() {
          // Nothing comes.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };
    }
  }
}
