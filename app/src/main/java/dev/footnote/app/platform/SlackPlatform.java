package dev.footnote.app.platform;

import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Routes;
import dev.footnote.slack.SlackBot;
import dev.footnote.slack.SlackDoctor;
import dev.footnote.slack.SlackSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack. */
public final class SlackPlatform implements ChatPlatform {

  @Override
  public List<String> variables() {
    return SlackSettings.VARIABLES;
  }

  @Override
  public Optional<Ready> read(Map<String, String> environment, ServiceSettings settings) {
    return SlackSettings.of(environment, settings.slackApi()).map(Configured::new);
  }

  private record Configured(SlackSettings settings) implements Ready {

    @Override
    public String name() {
      return "slack";
    }

    @Override
    public boolean needsHttp() {
      return settings.appToken().isEmpty() || settings.install().isPresent();
    }

    @Override
    public List<Finding> diagnose() {
      return SlackDoctor.diagnose(settings);
    }

    @Override
    public Bot start(Desk desk, Routes routes, InstantSource clock) {
      return SlackBot.start(settings, desk, routes, clock);
    }
  }
}
