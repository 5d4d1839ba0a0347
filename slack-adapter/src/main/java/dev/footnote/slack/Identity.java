package dev.footnote.slack;

import dev.footnote.core.service.Health;
import dev.footnote.core.service.Secret;
import dev.footnote.core.service.TenantId;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.WebApi;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whose bot this is, by the token from the environment, and knows whom it can serve. One
 * workspace of many that cannot be served is named in the log and counted; where there is but one,
 * the bot has ended with its token. Safe for use by several threads.
 */
final class Identity {

  private static final Logger LOG = LoggerFactory.getLogger(Identity.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final SlackSettings settings;
  private final WebApi api;
  private final Workspaces workspaces;
  private final boolean hasInstallations;
  private volatile Health health;
  private volatile @Nullable TenantId mine;

  Identity(SlackSettings settings, WebApi api, Workspaces workspaces) {
    this.settings = settings;
    this.api = api;
    this.workspaces = workspaces;
    this.hasInstallations = settings.install().isPresent();
    this.health =
        settings.botToken().isPresent()
            ? Health.down("Slack: asking who the bot is")
            : Health.up("Slack: serving the workspaces that installed the bot");
  }

  /** Asks Slack, until it answers; false if there is no workspace to serve. */
  boolean find() throws InterruptedException {
    if (settings.botToken().isEmpty()) {
      return true;
    }
    var token = settings.botToken().get();
    for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
      var asked = Duration.ZERO;
      switch (api.call("auth.test", token, Map.of())) {
        case ApiAnswer.Ok ok when isBot(ok) -> {
          found(ok, token);
          return true;
        }
        case ApiAnswer.Ok ok -> {
          return refused("it is a member's token, not a bot's");
        }
        case ApiAnswer.Refused refused when refused.refusesToken() -> {
          return refused(refused.error());
        }
        case ApiAnswer other -> {
          if (other instanceof ApiAnswer.Limited limited) {
            asked = limited.after();
          }
          health = Health.down("Slack: not reached (" + other.why() + "); trying again");
        }
      }
      Thread.sleep(asked.compareTo(pause) > 0 ? asked : pause);
    }
  }

  /** Whether {@code auth.test} was asked with a bot's token, as members have tokens, too. */
  static boolean isBot(ApiAnswer.Ok ok) {
    return !ok.text("bot_id").isEmpty();
  }

  private void found(ApiAnswer.Ok ok, Secret token) {
    var tenant = Workspaces.tenant(ok.text("team_id"));
    workspaces.add(
        new Workspace(
            tenant,
            token,
            ok.text("user_id"),
            ok.scopes(),
            settings.administrators(),
            Instant.EPOCH));
    mine = tenant;
    health = Health.up("Slack: the bot of workspace " + tenant.id() + ", reached by HTTP");
    LOG.info("Slack knows the bot, workspace={}", tenant.id());
  }

  private boolean refused(String why) {
    var line =
        "Slack: SLACK_BOT_TOKEN is refused ("
            + why
            + "); take the bot token of an installed app from OAuth & Permissions, and start again";
    LOG.error("{}", line);
    health =
        hasInstallations
            ? Health.up("Slack: serving the workspaces that installed the bot, no other")
            : Health.failed(line);
    return hasInstallations;
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  Health health() {
    var tenant = mine;
    if (tenant != null && !hasInstallations && workspaces.of(tenant).isEmpty()) {
      return Health.failed(
          workspaces.isForgotten(tenant)
              ? "Slack: the app was uninstalled; install it, and start again with its bot token"
              : "Slack: SLACK_BOT_TOKEN is refused; install the app again, and start again");
    }
    return health;
  }

  /** {@code health}, with what goes for some workspaces alone. */
  Health withWorkspaces(Health health) {
    int unserved = workspaces.unserved();
    return unserved == 0 || !hasInstallations
        ? health
        : new Health(
            health.state(),
            health.line() + "; workspaces that cannot be served: " + unserved + ", see the log");
  }
}
