package dev.footnote.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.footnote.core.service.Desk;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the Events API: messages, the assistant pane, the Home tab, and uninstalling. */
final class SlackEvents {

  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final Workspaces workspaces;
  private final Desk desk;
  private final SlackCommandDecoder decoder;
  private final SlackDoor door;
  private final AssistantPane pane;
  private final HomeTab home;
  private final Background background;
  private final Recent offered = new Recent();

  SlackEvents(
      Workspaces workspaces,
      Desk desk,
      SlackCommandDecoder decoder,
      SlackDoor door,
      AssistantPane pane,
      HomeTab home,
      Background background) {
    this.workspaces = workspaces;
    this.desk = desk;
    this.decoder = decoder;
    this.door = door;
    this.pane = pane;
    this.home = home;
    this.background = background;
  }

  void register(App app) {
    app.event(AppMentionEvent.class, (p, c) -> post(Post.of(p, p.getEvent())));
    app.event(MessageEvent.class, (p, c) -> post(Post.of(p, p.getEvent())));
    app.event(MessageThreadBroadcastEvent.class, (p, c) -> post(Post.of(p, p.getEvent())));
    app.event(MessageFileShareEvent.class, (p, c) -> post(Post.of(p, p.getEvent())));
    app.event(AssistantThreadStartedEvent.class, (p, c) -> paneOpened(p));
    app.event(AppHomeOpenedEvent.class, (p, c) -> homeOpened(p));
    app.event(AppUninstalledEvent.class, (p, c) -> gone(p));
    app.event(TokensRevokedEvent.class, (p, c) -> revoked(p));
  }

  private Response post(Post post) {
    var workspace = workspace(post.team());
    if (workspace.isEmpty()) {
      return Response.ok();
    }
    if (decoder.asksForSettings(post, workspace.get())) {
      // One message comes as a mention and as a message.
      if (offered.add(post.team() + ":" + post.channel() + ":" + post.ts())) {
        door.offerSettings(workspace.get(), decoder.address(post));
      }
      return Response.ok();
    }
    var request = decoder.post(post, workspace.get());
    if (request.isEmpty()) {
      return Response.ok();
    }
    var first =
        post.direct()
            && !post.thread().isEmpty()
            && !desk.isKnown(workspace.get().tenant(), request.get().conversation());
    pane.expect(request.get());
    return door.event(
        request.get(), workspace.get(), () -> pane.working(workspace.get(), request.get(), first));
  }

  private Response paneOpened(EventsApiPayload<AssistantThreadStartedEvent> payload) {
    var thread = payload.getEvent().getAssistantThread();
    workspace(payload.getTeamId())
        .ifPresent(workspace ->
            background.run(
                () -> pane.opened(workspace, thread.getChannelId(), thread.getThreadTs())));
    return Response.ok();
  }

  private Response homeOpened(EventsApiPayload<AppHomeOpenedEvent> payload) {
    if ("home".equals(payload.getEvent().getTab())) {
      workspace(payload.getTeamId())
          .ifPresent(workspace ->
              background.run(() -> home.show(workspace, payload.getEvent().getUser())));
    }
    return Response.ok();
  }

  private Response revoked(EventsApiPayload<TokensRevokedEvent> payload) {
    var tokens = payload.getEvent().getTokens();
    var bots = tokens == null ? null : tokens.getBot();
    return bots == null || bots.isEmpty() ? Response.ok() : gone(payload);
  }

  /** Comes as two events in either order: whichever is first erases, the other finds nothing. */
  private Response gone(EventsApiPayload<?> payload) {
    if (payload.getTeamId() == null) {
      LOG.warn("Ignored an uninstallation that names no workspace");
      return Response.ok();
    }
    var tenant = Workspaces.tenant(payload.getTeamId());
    var at = payload.getEventTime() == null ? Instant.MAX : at(payload.getEventTime());
    var later = workspaces.of(tenant).filter(w -> w.installed().isAfter(at));
    if (later.isPresent()) {
      LOG.info("Ignored an uninstallation from before the installation, workspace={}", tenant.id());
      return Response.ok();
    }
    workspaces.forget(tenant);
    desk.erase(tenant);
    LOG.info("Uninstalled, everything of it is erased, workspace={}", tenant.id());
    return Response.ok();
  }

  private static Instant at(Integer seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private Optional<Workspace> workspace(String team) {
    var workspace = workspaces.of(team);
    if (workspace.isEmpty()) {
      LOG.info("Ignored an event of a workspace without a valid token, workspace={}", team);
    }
    return workspace;
  }
}
