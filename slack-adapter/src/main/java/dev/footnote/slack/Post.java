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
 * @param written whether a person just wrote it: not a bot, and not by editing
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
    boolean direct,
    boolean written) {

  static Post of(EventsApiPayload<?> payload, AppMentionEvent e) {
    return of(
        payload,
        e.getChannel(),
        e.getThreadTs(),
        e.getTs(),
        e.getUser(),
        e.getClientMsgId(),
        e.getText(),
        true,
        "channel",
        e.getBotId() == null && e.getEdited() == null && e.getSubtype() == null);
  }

  static Post of(EventsApiPayload<?> payload, MessageEvent e) {
    return of(
        payload,
        e.getChannel(),
        e.getThreadTs(),
        e.getTs(),
        e.getUser(),
        e.getClientMsgId(),
        e.getText(),
        false,
        e.getChannelType(),
        e.getBotId() == null && e.getEdited() == null);
  }

  static Post of(EventsApiPayload<?> payload, MessageThreadBroadcastEvent e) {
    return of(
        payload,
        e.getChannel(),
        e.getThreadTs(),
        e.getTs(),
        e.getUser(),
        e.getClientMsgId(),
        e.getText(),
        false,
        e.getChannelType(),
        true);
  }

  static Post of(EventsApiPayload<?> payload, MessageFileShareEvent e) {
    return of(
        payload,
        e.getChannel(),
        e.getThreadTs(),
        e.getTs(),
        e.getUser(),
        null,
        e.getText(),
        false,
        e.getChannelType(),
        true);
  }

  private static Post of(
      EventsApiPayload<?> payload,
      @Nullable String channel,
      @Nullable String thread,
      @Nullable String ts,
      @Nullable String user,
      @Nullable String clientId,
      @Nullable String text,
      boolean mention,
      @Nullable String channelType,
      boolean written) {
    return new Post(
        or(payload.getEventId()),
        or(payload.getTeamId()),
        or(channel),
        or(thread),
        or(ts),
        or(user),
        or(clientId),
        or(text),
        mention,
        "im".equals(channelType),
        written && user != null && channel != null && ts != null);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
