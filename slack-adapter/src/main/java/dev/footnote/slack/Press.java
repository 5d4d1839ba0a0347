package dev.footnote.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member pressed.
 *
 * @param id names it among all that this member pressed
 * @param channel where; the member's own id where it was in no channel
 * @param message the timestamp of the message it was in or is about; may be empty
 * @param thread of that message; may be empty
 * @param seenByAll whether everybody there sees that message
 * @param responseUrl a secret; may be empty
 */
record Press(
    String id,
    String team,
    String user,
    String channel,
    String message,
    String thread,
    boolean seenByAll,
    String responseUrl) {

  static Press of(BlockActionPayload payload, String actionTs) {
    var user = payload.getUser().getId();
    var container = payload.getContainer();
    var channel = container == null ? null : container.getChannelId();
    return new Press(
        actionTs,
        payload.getTeam().getId(),
        user,
        channel == null ? user : channel,
        container == null ? "" : or(container.getMessageTs()),
        container == null ? "" : thread(payload, container),
        container != null && !container.isEphemeral(),
        or(payload.getResponseUrl()));
  }

  static Press of(MessageShortcutPayload payload) {
    return new Press(
        or(payload.getActionTs()),
        payload.getTeam().getId(),
        payload.getUser().getId(),
        payload.getChannel().getId(),
        or(payload.getMessage().getTs()),
        or(payload.getMessage().getThreadTs()),
        true,
        or(payload.getResponseUrl()));
  }

  static Press of(ViewSubmissionPayload payload) {
    var user = payload.getUser().getId();
    return new Press(
        payload.getView().getId(), payload.getTeam().getId(), user, user, "", "", false, "");
  }

  /** Names it among all that were pressed. */
  String key() {
    return team + ":" + user + ":" + id;
  }

  /** Whether what it asks for is for whoever pressed alone, as what they pressed was. */
  Optional<Boolean> isPrivate() {
    return seenByAll || channel.equals(user) ? Optional.empty() : Optional.of(true);
  }

  /** Where what it asks for goes. */
  Address address(Instant now) {
    return new Address(channel, thread, !thread.isEmpty(), user, responseUrl, false, now);
  }

  /** Where an answer is shared: in its thread, or in the channel where the thread saw it before. */
  Press toShare() {
    return seenByAll ? new Press(id, team, user, channel, message, "", true, responseUrl) : this;
  }

  private static String thread(BlockActionPayload payload, BlockActionPayload.Container container) {
    var thread = or(container.getThreadTs());
    return thread.isEmpty() && payload.getMessage() != null
        ? or(payload.getMessage().getThreadTs())
        : thread;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "Press[" + id + "]";
  }
}
