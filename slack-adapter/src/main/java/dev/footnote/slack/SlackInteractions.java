package dev.footnote.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.blocks.SlackViews;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Handles the slash command, shortcuts, and what is pressed below an answer. */
final class SlackInteractions {

  /** The shortcuts' callback ids, as the manifest has them. */
  static final String CHECK = "check_news";

  static final String ASK = "ask_news";

  private static final int LONGEST_CLAIM = 2_000;

  /** Attempts to change settings that administrators are shown. */
  private static final int ATTEMPTS = 5;

  private final Workspaces workspaces;
  private final Desk desk;
  private final SlackCommandDecoder decoder;
  private final SlackDoor door;
  private final Poster poster;
  private final Asides asides;
  private final Background background;
  private final InstantSource clock;

  /** Slack tells of a press twice where a connection ended before the acknowledgement. */
  private final Recent shown = new Recent();

  SlackInteractions(
      Workspaces workspaces,
      Desk desk,
      SlackCommandDecoder decoder,
      SlackDoor door,
      Poster poster,
      Asides asides,
      Background background,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.desk = desk;
    this.decoder = decoder;
    this.door = door;
    this.poster = poster;
    this.asides = asides;
    this.background = background;
    this.clock = clock;
  }

  void register(App app) {
    app.command(
        Pattern.compile("/.+"),
        (request, context) -> {
          var payload = request.getPayload();
          return in(
              payload.getTeamId(),
              workspace -> {
                if (TypedLine.asksForSettings(or(payload.getText()))) {
                  openSettings(workspace, payload.getUserId(), payload.getTriggerId());
                  return Response.ok();
                }
                return door.command(decoder.slash(payload, workspace));
              });
        });
    app.globalShortcut(
        ASK,
        (request, context) -> {
          var payload = request.getPayload();
          return in(
              payload.getTeam().getId(),
              workspace -> {
                open(workspace, payload.getTriggerId(), SlackViews.ask());
                return Response.ok();
              });
        });
    app.messageShortcut(
        CHECK,
        (request, context) ->
            in(request.getPayload().getTeam().getId(), w -> check(request.getPayload(), w)));
    app.blockAction(
        Pattern.compile(".*"),
        (request, context) ->
            in(request.getPayload().getTeam().getId(), w -> pressed(request.getPayload(), w)));
  }

  /** Someone else's words are checked for whoever asked alone; they may share the answer. */
  private Response check(MessageShortcutPayload payload, Workspace workspace) {
    var text = MessageText.plain(or(payload.getMessage().getText()));
    var claim = text.substring(0, Math.min(text.length(), LONGEST_CLAIM));
    if (claim.isBlank()) {
      show(workspace, Press.of(payload), Optional.of(ServiceReplies.nothingToCheck()));
      return Response.ok();
    }
    var command = new Command.Check(claim);
    return door.press(decoder.aside(Press.of(payload), workspace, command), workspace);
  }

  private Response pressed(BlockActionPayload payload, Workspace workspace) {
    for (var action : payload.getActions()) {
      var press = Press.of(payload, or(action.getActionTs()));
      var id = or(action.getActionId());
      var value =
          action.getSelectedOption() != null
              ? or(action.getSelectedOption().getValue())
              : or(action.getValue());
      if (id.equals(Buttons.EVIDENCE)) {
        show(workspace, press, desk.evidence(workspace.tenant(), value));
      } else if (id.equals(Buttons.SHOW)) {
        show(workspace, press, desk.answer(workspace.tenant(), value));
      } else if (id.startsWith(Buttons.RUN + ".")) {
        run(workspace, press, value);
      } else if (id.equals(Buttons.MORE) && value.startsWith(Buttons.SHARE)) {
        share(workspace, press, value.substring(Buttons.SHARE.length()));
      } else if (id.equals(Buttons.MORE) && value.startsWith(Buttons.WHY)) {
        show(workspace, press, desk.why(workspace.tenant(), value.substring(Buttons.WHY.length())));
      } else if (id.equals(Buttons.FEEDBACK)) {
        feedback(workspace, press, value, payload.getTriggerId());
      } else if (id.equals(SlackViews.EDIT_SETTINGS)) {
        openSettings(workspace, press.user(), payload.getTriggerId());
      }
    }
    return Response.ok();
  }

  private void run(Workspace workspace, Press press, String value) {
    var line =
        value.startsWith(Buttons.KEPT)
            ? desk.recall(workspace.tenant(), value.substring(Buttons.KEPT.length()))
            : Optional.of(value)
                .filter(v -> v.startsWith(Buttons.LINE))
                .map(v -> v.substring(Buttons.LINE.length()));
    if (line.isEmpty()) {
      show(workspace, press, Optional.empty());
      return;
    }
    door.press(
        decoder.pressed(press, workspace, decoder.parse(line.get()), press.isPrivate()), workspace);
  }

  private void feedback(Workspace workspace, Press press, String value, String trigger) {
    if (value.startsWith(Buttons.BAD)) {
      var answer = value.substring(Buttons.BAD.length());
      if (keep(workspace, press, answer, new Feedback(false, Optional.empty(), Optional.empty()))) {
        open(workspace, trigger, SlackViews.feedback(answer));
      }
    } else if (value.startsWith(Buttons.GOOD)) {
      if (keep(workspace, press, value.substring(Buttons.GOOD.length()), Feedback.ofGood())) {
        show(workspace, press, Optional.of(ServiceReplies.thanks()));
      }
    }
  }

  private boolean keep(Workspace workspace, Press press, String answer, Feedback feedback) {
    var kept = desk.feedback(workspace.tenant(), press.user(), answer, feedback);
    if (!kept) {
      show(workspace, press, Optional.empty());
    }
    return kept;
  }

  /** An answer for everybody is a request of its own: stored before it is acknowledged. */
  private void share(Workspace workspace, Press press, String answer) {
    if (desk.answer(workspace.tenant(), answer).isEmpty()) {
      show(workspace, press, Optional.empty());
    } else {
      door.press(decoder.shared(press.toShare(), workspace, answer), workspace);
    }
  }

  /**
   * Shows to whoever pressed what is on file already. Nothing is worked on, so nothing is queued: a
   * crash loses at most a sight that pressing again brings back.
   */
  private void show(Workspace workspace, Press press, Optional<Reply> reply) {
    if (shown.add(press.key())) {
      door.tell(
          reply.orElseGet(ServiceReplies::forgotten), workspace, press.address(clock.instant()));
    }
  }

  private void openSettings(Workspace workspace, String user, String trigger) {
    open(
        workspace,
        trigger,
        workspace.administrators().contains(user)
            ? SlackViews.settings(
                desk.settings(workspace.tenant()),
                desk.suggestions(workspace.tenant()).topics("", 100),
                desk.audit(workspace.tenant(), ATTEMPTS))
            : SlackViews.notice(SlackViews.NOT_YOURS));
  }

  private void open(Workspace workspace, String trigger, String view) {
    background.run(() ->
        asides.run(
            "views.open",
            () ->
                poster.call(workspace, "views.open", Map.of("trigger_id", trigger, "view", view))));
  }

  private Response in(@Nullable String team, Function<Workspace, Response> then) {
    return workspaces.of(team).map(then).orElseGet(Response::ok);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
