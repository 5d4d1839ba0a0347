package dev.footnote.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import org.jspecify.annotations.Nullable;

/**
 * A message of Slack's, whichever event told of it.
 *
 * @param event the event's id
 * @param thread the timestamp of its thread's first message; empty outside threads
 * @param clientId what the writer's client called it; may be empty
 * @param mention whether the bot is called in it, as Slack says
 * @param direct whether it is in a conversation with the bot alone
 */
record Post(
    String event,
    String team,
    String channel,
    String thread,
    String ts,
    String user,
    String clientId,
    String text,
    boolean mention,
    boolean direct) {

  /** Where and when it stands. */
  private record Place(
      @Nullable String channel, @Nullable String thread, @Nullable String ts, boolean direct) {}

  /** Who wrote what. */
  private record Words(@Nullable String user, @Nullable String clientId, @Nullable String text) {}

  static Post of(EventsApiPayload<?> payload, AppMentionEvent e) {
    return of(
        payload,
        new Place(e.getChannel(), e.getThreadTs(), e.getTs(), false),
        new Words(e.getUser(), e.getClientMsgId(), e.getText()),
        true);
  }

  static Post of(EventsApiPayload<?> payload, MessageEvent e) {
    return of(
        payload,
        new Place(e.getChannel(), e.getThreadTs(), e.getTs(), isDirect(e.getChannelType())),
        new Words(e.getUser(), e.getClientMsgId(), e.getText()),
        false);
  }

  static Post of(EventsApiPayload<?> payload, MessageThreadBroadcastEvent e) {
    return of(
        payload,
        new Place(e.getChannel(), e.getThreadTs(), e.getTs(), isDirect(e.getChannelType())),
        new Words(e.getUser(), e.getClientMsgId(), e.getText()),
        false);
  }

  static Post of(EventsApiPayload<?> payload, MessageFileShareEvent e) {
    return of(
        payload,
        new Place(e.getChannel(), e.getThreadTs(), e.getTs(), isDirect(e.getChannelType())),
        new Words(e.getUser(), null, e.getText()),
        false);
  }

  private static Post of(EventsApiPayload<?> payload, Place place, Words words, boolean mention) {
    return new Post(
        or(payload.getEventId()),
        or(payload.getTeamId()),
        or(place.channel()),
        or(place.thread()),
        or(place.ts()),
        or(words.user()),
        or(words.clientId()),
        or(words.text()),
        mention,
        place.direct());
  }

  /** Whether it names who wrote it and where; what Slack itself says does not. */
  boolean isSomebodys() {
    return !user.isEmpty() && !channel.isEmpty() && !ts.isEmpty();
  }

  private static boolean isDirect(@Nullable String channelType) {
    return "im".equals(channelType);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
