package dev.footnote.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.ViewState;
import dev.footnote.core.service.AnswerLength;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.core.service.SettingsOutcome;
import dev.footnote.slack.blocks.SlackViews;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Handles the modals that members send off: a question, feedback, settings. */
final class SlackForms {

  private final Workspaces workspaces;
  private final Desk desk;
  private final SlackCommandDecoder decoder;
  private final SlackDoor door;
  private final HomeTab home;
  private final Background background;

  SlackForms(
      Workspaces workspaces,
      Desk desk,
      SlackCommandDecoder decoder,
      SlackDoor door,
      HomeTab home,
      Background background) {
    this.workspaces = workspaces;
    this.desk = desk;
    this.decoder = decoder;
    this.door = door;
    this.home = home;
    this.background = background;
  }

  void register(App app) {
    form(app, SlackViews.ASK, this::ask);
    form(app, SlackViews.FEEDBACK, this::feedback);
    form(app, SlackViews.SETTINGS, this::settings);
  }

  private void form(
      App app, String callback, BiFunction<ViewSubmissionPayload, Workspace, Response> handler) {
    app.viewSubmission(
        callback,
        (request, context) -> {
          var payload = request.getPayload();
          return workspaces
              .of(payload.getTeam().getId())
              .map(workspace -> handler.apply(payload, workspace))
              .orElseGet(Response::ok);
        });
  }

  private Response ask(ViewSubmissionPayload payload, Workspace workspace) {
    var line = text(payload, SlackViews.QUESTION);
    if (TypedLine.asksForSettings(line)) {
      door.offerSettings(workspace, Press.of(payload).address(Instant.EPOCH));
      return Response.ok();
    }
    return door.press(decoder.typed(Press.of(payload), workspace, line), workspace);
  }

  private Response feedback(ViewSubmissionPayload payload, Workspace workspace) {
    var reason =
        choice(payload, SlackViews.REASON)
            .flatMap(name ->
                Arrays.stream(Feedback.Reason.values())
                    .filter(r -> r.name().equals(name))
                    .findFirst());
    var words = Optional.of(text(payload, SlackViews.WORDS));
    var kept =
        desk.feedback(
            workspace.tenant(),
            payload.getUser().getId(),
            or(payload.getView().getPrivateMetadata()),
            new Feedback(false, reason, words));
    return kept ? Response.ok() : error(SlackViews.REASON, ServiceReplies.forgotten().plainText());
  }

  /** Every change is asked of core, whoever sent it: core refuses and keeps a line of it. */
  private Response settings(ViewSubmissionPayload payload, Workspace workspace) {
    var user = payload.getUser().getId();
    for (var change : changes(payload, workspace)) {
      var outcome =
          desk.change(workspace.tenant(), user, workspace.administrators().contains(user), change);
      if (outcome instanceof SettingsOutcome.Refused refused) {
        return error(SlackViews.SEEN_BY, refused.why());
      }
    }
    background.run(() -> home.show(workspace, user));
    return Response.ok();
  }

  private List<SettingsChange> changes(ViewSubmissionPayload payload, Workspace workspace) {
    var now = desk.settings(workspace.tenant());
    var changes = new ArrayList<SettingsChange>();
    choice(payload, SlackViews.SEEN_BY)
        .ifPresent(seen ->
            changes.add(new SettingsChange.PrivateByDefault(seen.equals(SlackViews.ASKER))));
    choice(payload, SlackViews.LENGTH)
        .ifPresent(length ->
            changes.add(
                new SettingsChange.Length(
                    length.equals(AnswerLength.SHORT.name())
                        ? AnswerLength.SHORT
                        : AnswerLength.NORMAL)));
    changes.add(
        new SettingsChange.Channels(
            Set.copyOf(
                value(payload, SlackViews.CHANNELS)
                    .map(ViewState.Value::getSelectedConversations)
                    .orElse(List.of()))));
    if (value(payload, SlackViews.TOPICS).isPresent()) {
      changes.add(new SettingsChange.Topics(chosen(payload, SlackViews.TOPICS)));
    }
    var differing =
        changes.stream()
            .filter(change ->
                switch (change) {
                  case SettingsChange.PrivateByDefault p -> p.isPrivate() != now.privateByDefault();
                  case SettingsChange.Length l -> l.length() != now.length();
                  case SettingsChange.Channels c -> !c.channels().equals(now.channels());
                  case SettingsChange.Topics t -> !t.topics().equals(now.topics());
                })
            .toList();
    var mayChange = workspace.administrators().contains(payload.getUser().getId());
    // A forged form that changes nothing leaves its line too.
    return mayChange || !differing.isEmpty() ? differing : changes.subList(0, 1);
  }

  private static Response error(String input, String why) {
    var errors = new JsonObject();
    errors.addProperty(input, why);
    var answer = new JsonObject();
    answer.addProperty("response_action", "errors");
    answer.add("errors", errors);
    return SlackDoor.json(answer.toString());
  }

  private static Optional<ViewState.Value> value(ViewSubmissionPayload payload, String input) {
    var state = payload.getView().getState();
    var values = state == null ? null : state.getValues();
    var block = values == null ? null : values.get(input);
    return Optional.ofNullable(block == null ? null : block.get("value"));
  }

  private static String text(ViewSubmissionPayload payload, String input) {
    return value(payload, input).map(ViewState.Value::getValue).orElse("");
  }

  private static Optional<String> choice(ViewSubmissionPayload payload, String input) {
    return value(payload, input)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  private static Set<String> chosen(ViewSubmissionPayload payload, String input) {
    var chosen = new TreeSet<String>();
    value(payload, input)
        .map(ViewState.Value::getSelectedOptions)
        .orElse(List.of())
        .forEach(option -> chosen.add(option.getValue()));
    return chosen;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
