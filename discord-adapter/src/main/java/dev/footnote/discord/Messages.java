package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;

/**
 * Answers what people write to the bot: direct messages, mentions, replies to its messages. Bots,
 * webhooks, system messages and edits are left alone, so that no two bots ever keep each other
 * going.
 */
final class Messages {

  private static final Duration HINT_AGAIN = Duration.ofHours(1);
  private static final Duration REFUSAL_AGAIN = Duration.ofSeconds(10);
  private static final int REMEMBERED = 5_000;

  private final Desk desk;
  private final Front front;
  private final InstantSource clock;
  private final Map<String, Instant> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Messages(Desk desk, Front front, InstantSource clock) {
    this.desk = desk;
    this.front = front;
    this.clock = clock;
  }

  void received(MessageReceivedEvent event) throws InterruptedException {
    var message = event.getMessage();
    if (!isFromPerson(message)) {
      return;
    }
    var self = event.getJDA().getSelfUser().getId();
    var mention = "<@!?" + self + ">";
    boolean mentioned = message.getContentRaw().matches("(?s).*" + mention + ".*");
    var repliedTo = Optional.ofNullable(message.getReferencedMessage());
    boolean toUs = repliedTo.map(m -> m.getAuthor().getId().equals(self)).orElse(false);
    if (event.isFromGuild() && !mentioned && !toUs) {
      return;
    }
    var text = message.getContentRaw().replaceAll(mention, " ").strip();
    if (text.isEmpty() && !mentioned && event.isFromGuild()) {
      if (isBare(message)) {
        once("ping " + event.getChannel().getId(), HINT_AGAIN, event, Notices.pingMe());
      }
      return;
    }
    ask(event, text, toUs ? repliedTo.map(Message::getId) : Optional.empty());
  }

  private void ask(MessageReceivedEvent event, String text, Optional<String> to)
      throws InterruptedException {
    var message = event.getMessage();
    var origin =
        Origin.of(
            event.isFromGuild() ? event.getGuild() : null,
            event.getChannel(),
            event.getAuthor(),
            event.getMember());
    var keys = new ArrayList<String>();
    keys.add("discord:message:" + message.getId());
    if (message.getNonce() != null) {
      keys.add(
          "discord:nonce:%s:%s:%s".formatted(origin.channel(), origin.user(), message.getNonce()));
    }
    var address =
        new Address(
            origin.guild(),
            origin.channel(),
            origin.user(),
            Optional.of(message.getId()),
            Optional.empty());
    var decision =
        front.admit(() ->
            new Request(
                List.copyOf(keys),
                origin.tenant(),
                origin.place(),
                origin.user(),
                origin.conversation(desk, to),
                CommandDecoder.line(text).command(),
                Optional.empty(),
                origin.administrator(),
                address.toJson(),
                clock.instant()));
    if (decision instanceof Front.Decision.Refused refused) {
      once("refusal " + origin.user(), REFUSAL_AGAIN, event, refused.reply());
    }
  }

  private static boolean isFromPerson(Message message) {
    return !message.getAuthor().isBot()
        && !message.getAuthor().isSystem()
        && !message.isWebhookMessage()
        && !message.isEdited()
        && (message.getType() == MessageType.DEFAULT
            || message.getType() == MessageType.INLINE_REPLY);
  }

  /** Whether Discord withheld what was written, rather than there being nothing but a picture. */
  private static boolean isBare(Message message) {
    return message.getAttachments().isEmpty()
        && message.getStickers().isEmpty()
        && message.getEmbeds().isEmpty()
        && message.getPoll() == null;
  }

  /** Says something to the writer, who cannot be told privately, but not again and again. */
  private void once(String key, Duration again, MessageReceivedEvent event, Reply reply) {
    var now = clock.instant();
    synchronized (said) {
      var last = said.get(key);
      if (last != null && now.isBefore(last.plus(again))) {
        return;
      }
      said.put(key, now);
    }
    var id = event.getMessageId();
    ChannelPosts.say(event.getChannel(), reply, "n" + id, Optional.of(id));
  }
}
