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
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what people write to the bot: direct messages, mentions, replies to its messages. Bots,
 * webhooks, system messages and edits are left alone, so that no two bots ever keep each other
 * going.
 */
final class Messages {

  private static final Logger log = LoggerFactory.getLogger(Messages.class);
  private static final Duration HINT_AGAIN = Duration.ofDays(1);
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
    var mention = mention(event);
    boolean mentioned = mention.matcher(message.getContentRaw()).find();
    var repliedTo = Optional.ofNullable(message.getReferencedMessage());
    boolean toUs = repliedTo.map(m -> m.getAuthor().getId().equals(self)).orElse(false);
    var text = mention.matcher(message.getContentRaw()).replaceAll(" ").strip();
    if (event.isFromGuild() && !mentioned && (!toUs || text.isEmpty())) {
      if (isWithheld(message)) {
        hint(origin(event), event.getChannel(), event.getMessageId(), toUs);
      }
      return;
    }
    ask(event, text, toUs ? repliedTo.map(Message::getId) : Optional.empty());
  }

  /** The bot itself, or the role that bears its name, which people take for it. */
  private static Pattern mention(MessageReceivedEvent event) {
    var self = "<@!?" + event.getJDA().getSelfUser().getId() + ">";
    return Pattern.compile(role(event).map(r -> self + "|<@&" + r.getId() + ">").orElse(self));
  }

  private static Optional<Role> role(MessageReceivedEvent event) {
    return event.isFromGuild()
        ? Optional.ofNullable(event.getGuild().getBotRole())
        : Optional.empty();
  }

  /**
   * Whether it is a message that mentions roles and whose words Discord withheld. JDA reads
   * mentions from the words alone.
   */
  static boolean isWithheldFromRoles(RawGatewayEvent event) {
    if (!event.getType().equals("MESSAGE_CREATE")) {
      return false;
    }
    var message = event.getPayload();
    return message.getString("content", "").isEmpty()
        && !message.hasKey("webhook_id")
        && !message.getObject("author").getBoolean("bot")
        && !message.optArray("mention_roles").orElseGet(DataArray::empty).isEmpty();
  }

  /** Says once how to reach the bot, to whoever mentions its role instead. */
  void mentionedByRole(RawGatewayEvent event) {
    var message = event.getPayload();
    var guild = event.getJDA().getGuildById(message.getLong("guild_id", 0));
    var channel =
        event.getJDA().getChannelById(MessageChannel.class, message.getString("channel_id"));
    var role = guild == null ? null : guild.getBotRole();
    if (guild == null || channel == null || role == null) {
      return;
    }
    boolean ours =
        message.getArray("mention_roles").stream(DataArray::getString)
            .anyMatch(role.getId()::equals);
    if (ours) {
      var author = UserSnowflake.fromId(message.getObject("author").getString("id"));
      hint(Origin.of(guild, channel, author), channel, message.getString("id"), true);
    }
  }

  /** Says once how to reach the bot, to whoever writes to it in vain. */
  private void hint(Origin origin, MessageChannel channel, String message, boolean toUs) {
    if (!toUs && !origin.thread()) {
      return;
    }
    var key = "ping " + origin.channel();
    if (isSaid(key, HINT_AGAIN)) {
      return;
    }
    var channels = desk.settings(origin.tenant()).channels();
    boolean ours =
        toUs || desk.isKnown(origin.tenant(), origin.conversation(desk, Optional.empty()));
    if (ours && (channels.isEmpty() || channels.contains(origin.place()))) {
      once(key, HINT_AGAIN, channel, message, Notices.pingMe());
    }
  }

  private void ask(MessageReceivedEvent event, String text, Optional<String> to)
      throws InterruptedException {
    var message = event.getMessage();
    var origin = origin(event);
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
            Optional.of(
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
                    clock.instant())));
    if (decision instanceof Front.Decision.Refused refused) {
      var key = "%s %s %s".formatted(origin.tenant(), origin.user(), refused.reason());
      if (refused.here()) {
        once(key, REFUSAL_AGAIN, event.getChannel(), event.getMessageId(), refused.reply());
      } else if (!isSaid(key, REFUSAL_AGAIN)) {
        note(key);
        directly(event, refused.reply());
      }
    }
  }

  private static Origin origin(MessageReceivedEvent event) {
    return Origin.of(
        event.isFromGuild() ? event.getGuild() : null,
        event.getChannel(),
        event.getAuthor(),
        event.getMember());
  }

  /** Says it to the writer alone, where they take direct messages. */
  private static void directly(MessageReceivedEvent event, Reply reply) {
    try {
      var channel = event.getAuthor().openPrivateChannel().complete();
      ChannelPosts.say(channel, reply, "n" + event.getMessageId(), Optional.empty());
    } catch (ErrorResponseException e) {
      log.info("discord: a refusal was not said: {}", Failures.describe(e));
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
  private static boolean isWithheld(Message message) {
    return message.getContentRaw().isEmpty()
        && message.getAttachments().isEmpty()
        && message.getStickers().isEmpty()
        && message.getEmbeds().isEmpty()
        && message.getPoll() == null;
  }

  /** Says something to the writer, who cannot be told privately, but not again and again. */
  private void once(
      String key, Duration again, MessageChannel channel, String message, Reply reply) {
    synchronized (said) {
      if (isSaid(key, again)) {
        return;
      }
      note(key);
    }
    ChannelPosts.say(channel, reply, "n" + message, Optional.of(message));
  }

  private boolean isSaid(String key, Duration again) {
    synchronized (said) {
      var last = said.get(key);
      return last != null && clock.instant().isBefore(last.plus(again));
    }
  }

  private void note(String key) {
    synchronized (said) {
      said.put(key, clock.instant());
    }
  }
}
