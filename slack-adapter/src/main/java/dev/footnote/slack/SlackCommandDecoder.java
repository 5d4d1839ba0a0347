package dev.footnote.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.CommandParser;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.OverheardLine;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.TenantId;
import dev.footnote.slack.transport.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what Slack tells into requests: which conversation it belongs to, what it is called so that
 * it is not answered twice, and where the reply goes. Safe for use by several threads.
 */
final class SlackCommandDecoder {

  private final Desk desk;
  private final InstantSource clock;
  private final CommandParser parser = new CommandParser();

  SlackCommandDecoder(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** A message that is for the bot; empty for all others. */
  Optional<Request> post(Post post, Workspace workspace) {
    if (!post.isSomebodys() || post.user().equals(workspace.botUser())) {
      return Optional.empty();
    }
    var conversation = conversation(post, workspace.tenant());
    if (!isCalled(post, workspace) && !goesOn(post, workspace.tenant(), conversation)) {
      return Optional.empty();
    }
    var line = TypedLine.of(MessageText.without(workspace.botUser(), post.text()));
    return Optional.of(
        request(
            keys(post),
            workspace,
            post.channel(),
            post.user(),
            conversation,
            parser.parse(line.text()),
            line.isPrivate(),
            address(post)));
  }

  /** Where the reply to a message goes. */
  Address address(Post post) {
    var thread = post.thread().isEmpty() && !post.direct() ? post.ts() : post.thread();
    return new Address(
        post.channel(), thread, !post.thread().isEmpty(), post.user(), "", true, clock.instant());
  }

  /** Whether a message asks for the settings, which are no request to be answered. */
  boolean asksForSettings(Post post, Workspace workspace) {
    return post.isSomebodys()
        && !post.user().equals(workspace.botUser())
        && isCalled(post, workspace)
        && TypedLine.asksForSettings(MessageText.without(workspace.botUser(), post.text()));
  }

  private static boolean isCalled(Post post, Workspace workspace) {
    return post.direct()
        || post.mention()
        || MessageText.mentions(post.text(), workspace.botUser());
  }

  Request slash(SlashCommandPayload payload, Workspace workspace) {
    var line = TypedLine.of(MessageText.plain(payload.getText() == null ? "" : payload.getText()));
    var team = payload.getTeamId();
    return request(
        List.of("slack:trigger:" + team + ":" + payload.getTriggerId()),
        workspace,
        payload.getChannelId(),
        payload.getUserId(),
        inChannel(workspace.tenant(), payload.getChannelId(), payload.getUserId()),
        parser.parse(line.text()),
        line.isPrivate(),
        new Address(
            payload.getChannelId(),
            "",
            false,
            payload.getUserId(),
            payload.getResponseUrl(),
            false,
            clock.instant()));
  }

  /** A line that a button, menu or shortcut stands for. */
  Request pressed(Press press, Workspace workspace, Command command, Optional<Boolean> isPrivate) {
    return pressed(
        List.of("slack:press:" + press.key()),
        press,
        workspace,
        conversation(press, workspace.tenant()),
        command,
        isPrivate);
  }

  /** Something said about another's message, for whoever pressed alone: no part of its thread. */
  Request aside(Press press, Workspace workspace, Command command) {
    return pressed(
        List.of("slack:press:" + press.key()),
        press,
        workspace,
        alone(workspace.tenant(), press.channel(), press.message(), press.user()),
        command,
        Optional.of(true));
  }

  /** A line that somebody typed into a form. */
  Request typed(Press press, Workspace workspace, String line) {
    var typed = TypedLine.of(line);
    return pressed(press, workspace, parser.parse(typed.text()), typed.isPrivate());
  }

  /** An answer that is to be shown to all, once in the place where that was pressed. */
  Request shared(Press press, Workspace workspace, String answer) {
    var place = String.join(":", press.team(), press.channel(), press.thread());
    return pressed(
        List.of("slack:press:" + press.key(), "slack:share:" + place + ":" + answer),
        press,
        workspace,
        conversation(press, workspace.tenant()),
        new Command.Share(answer),
        Optional.of(false));
  }

  private Request pressed(
      List<String> keys,
      Press press,
      Workspace workspace,
      ConversationId conversation,
      Command command,
      Optional<Boolean> isPrivate) {
    return request(
        keys,
        workspace,
        press.channel(),
        press.user(),
        conversation,
        command,
        isPrivate,
        press.address(clock.instant()));
  }

  Command parse(String line) {
    return parser.parse(line);
  }

  private Request request(
      List<String> keys,
      Workspace workspace,
      String channel,
      String user,
      ConversationId conversation,
      Command command,
      Optional<Boolean> isPrivate,
      Address address) {
    return new Request(
        keys,
        workspace.tenant(),
        address.isDirect() ? "" : channel, // settings do not speak of direct messages
        user,
        conversation,
        command,
        isPrivate,
        workspace.administrators().contains(user),
        address.json(),
        clock.instant());
  }

  /** One message comes as a mention and as a message, under several events, and again. */
  private static List<String> keys(Post post) {
    var keys = new ArrayList<String>();
    keys.add("slack:message:" + post.team() + ":" + post.channel() + ":" + post.ts());
    if (!post.event().isEmpty()) {
      keys.add("slack:event:" + post.team() + ":" + post.event());
    }
    if (!post.clientId().isEmpty()) {
      keys.add("slack:client:" + post.team() + ":" + post.clientId());
    }
    return keys;
  }

  /** Whether it asks on, in a thread, where the bot was asked before, and calls nobody else. */
  private boolean goesOn(Post post, TenantId tenant, ConversationId conversation) {
    return !post.thread().isEmpty()
        && !MessageText.callsSomebody(post.text())
        && OverheardLine.isForTheBot(TypedLine.of(MessageText.plain(post.text())).text())
        && desk.isKnown(tenant, conversation);
  }

  private ConversationId conversation(Post post, TenantId tenant) {
    if (post.direct() && post.thread().isEmpty()) {
      return inChannel(tenant, post.channel(), post.user());
    }
    var thread = post.thread().isEmpty() ? post.ts() : post.thread();
    return inThread(tenant, post.channel(), thread);
  }

  private ConversationId conversation(Press press, TenantId tenant) {
    if (!press.message().isEmpty()) {
      var known = desk.conversation(tenant, reference(press.channel(), press.message()));
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (!press.thread().isEmpty()) {
      return press.seenByAll()
          ? inThread(tenant, press.channel(), press.thread())
          : alone(tenant, press.channel(), press.thread(), press.user());
    }
    return press.channel().equals(press.user())
        ? ofUser(tenant, press.user())
        : inChannel(tenant, press.channel(), press.user());
  }

  /** A thread below a message of the bot's goes on where that message came from. */
  private ConversationId inThread(TenantId tenant, String channel, String thread) {
    return desk.conversation(tenant, reference(channel, thread))
        .orElseGet(() -> new ConversationId(tenant + ":" + channel + ":" + thread));
  }

  private static ConversationId alone(
      TenantId tenant, String channel, String message, String user) {
    return new ConversationId(tenant + ":" + channel + ":" + message + ":user:" + user);
  }

  /** Of one member: a direct message may be one between two of them. */
  private static ConversationId inChannel(TenantId tenant, String channel, String user) {
    return new ConversationId(tenant + ":" + channel + ":user:" + user);
  }

  /** Asked in no channel: in the Home tab, or by the global shortcut. */
  private static ConversationId ofUser(TenantId tenant, String user) {
    return new ConversationId(tenant + ":user:" + user);
  }

  /** How a message is called towards core. */
  static String reference(String channel, String ts) {
    return channel + ":" + ts;
  }
}
