package dev.footnote.slack;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Delivery;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.core.service.TenantId;
import dev.footnote.slack.blocks.Buttons.More;
import dev.footnote.slack.blocks.SlackMessage;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings replies to Slack, each message once: what may have been accepted is looked for where the
 * bot may read, until it is seen or can no longer arrive, and otherwise left as it is. Safe for use
 * by several threads.
 */
final class SlackDelivery implements Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(SlackDelivery.class);
  private static final Duration PATIENCE = Duration.ofSeconds(55);
  private static final String A_SECOND = "the channel has its post a second";

  /** Most posts whose answer was lost stand at once. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  private static final Set<String> NOT_A_MEMBER =
      Set.of("not_in_channel", "channel_not_found", "is_archived", "restricted_action");

  /** Slack's words for "something broke on the way": the post may stand. */
  private static final Set<String> UNCLEAR =
      Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private final Poster poster;
  private final Workspaces workspaces;
  private final AssistantPane pane;
  private final ChannelPace pace;
  private final Doubts doubts;
  private final InstantSource clock;
  private final Drawing drawing;

  SlackDelivery(
      Poster poster,
      Workspaces workspaces,
      Drawing drawing,
      AssistantPane pane,
      ChannelPace pace,
      Doubts doubts,
      InstantSource clock) {
    this.poster = poster;
    this.workspaces = workspaces;
    this.drawing = drawing;
    this.pane = pane;
    this.pace = pace;
    this.doubts = doubts;
    this.clock = clock;
  }

  @Override
  public Optional<Outcome.Retry> awaitTurn(Request request) {
    try {
      var stay = turn(request.tenant(), Address.of(request.address()));
      return stay.isZero() ? Optional.empty() : Optional.of(new Outcome.Retry(stay, A_SECOND));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Outcome.Retry(PATIENCE, "closing"));
    }
  }

  private Duration turn(TenantId tenant, Address address) throws InterruptedException {
    return pace.turn(tenant + ":" + address.channel(), PATIENCE);
  }

  @Override
  public Outcome deliver(Outgoing outgoing) {
    var tenant = outgoing.request().tenant();
    var workspace = workspaces.of(tenant);
    if (workspace.isEmpty()) {
      return new Outcome.Gone("the workspace has no valid token");
    }
    pane.posting(outgoing.request());
    try {
      var outcome = deliver(outgoing, workspace.get());
      if (outcome instanceof Outcome.Gone gone && drawsPlainer(tenant, gone.why())) {
        outcome = deliver(outgoing, workspace.get());
      }
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry(Duration.ZERO, "interrupted between two messages");
    }
  }

  /** Draws what the bot says beside its answers, as the workspace takes it. */
  List<SlackMessage> draw(Reply reply, TenantId tenant) {
    return drawing.draw(reply, More.NOTHING, tenant);
  }

  /** Whether to draw a message again that was refused, plainer. */
  boolean drawsPlainer(TenantId tenant, String error) {
    return drawing.drawsPlainer(tenant, error);
  }

  private Outcome deliver(Outgoing outgoing, Workspace workspace) throws InterruptedException {
    var tenant = workspace.tenant();
    var address = Address.of(outgoing.request().address());
    var messages = drawing.draw(Framing.of(outgoing, address), more(outgoing, address), tenant);
    Outcome last = new Outcome.Delivered("");
    boolean hasTurn = true;
    for (int part = 0; part < messages.size(); part++) {
      if (outgoing.parts().isSent(part)) {
        continue;
      }
      var stay = hasTurn ? Duration.ZERO : turn(tenant, address);
      if (!stay.isZero()) {
        return new Outcome.Retry(stay, A_SECOND);
      }
      hasTurn = false;
      var one = new One(outgoing, workspace, address, messages.get(part), part);
      last = outgoing.isPrivate() && !address.isDirect() ? whisper(one) : post(one);
      if (!(last instanceof Outcome.Delivered delivered)) {
        return last;
      }
      outgoing.parts().sent(part, delivered.reference());
    }
    return last;
  }

  /** What everybody in the channel sees already is not offered to be shared. */
  private static More more(Outgoing outgoing, Address address) {
    var isSeenByAll = address.isDirect() || (!outgoing.isPrivate() && address.thread().isEmpty());
    return isSeenByAll ? More.EXPLAIN : More.SHARE_AND_EXPLAIN;
  }

  private record One(
      Outgoing outgoing, Workspace workspace, Address address, SlackMessage message, int part) {

    String name() {
      return outgoing.nonce() + "." + part;
    }
  }

  private Outcome post(One one) {
    var earlier = one.outgoing().repeated() ? earlier(one) : Optional.<Outcome>empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    return switch (poster.post(one.workspace(), one.address(), one.message(), one.name())) {
      case ApiAnswer.Ok ok -> new Outcome.Delivered(reference(ok, one.address()));
      case ApiAnswer.Limited limited -> new Outcome.Retry(limited.after(), "rate limit");
      case ApiAnswer.Unreached unreached -> new Outcome.Retry(Duration.ZERO, unreached.why());
      case ApiAnswer.Lost lost -> unclear(one, lost.why());
      case ApiAnswer.Refused refused -> refused(one, refused);
    };
  }

  /** What became of an earlier post; empty if it is certain that it will not arrive any more. */
  private Optional<Outcome> earlier(One one) {
    return switch (poster.find(one.workspace(), one.address(), one.name())) {
      case Poster.Search.Found found ->
          Optional.of(new Outcome.Delivered(reference(one.address(), found.ts())));
      case Poster.Search.NotAllowed n ->
          Optional.of(unconfirmed(one, "an earlier post may stand, and the bot may not look"));
      case Poster.Search.Later later ->
          Optional.of(new Outcome.LookAgain(later.after(), "Slack does not let it look now"));
      case Poster.Search.NotThere n -> {
        var left = doubts.left(one.name());
        if (left.isPositive()) {
          yield Optional.of(new Outcome.LookAgain(left, "an earlier post may still arrive"));
        }
        LOG.info(
            "An earlier post did not arrive and is made again request={}", one.outgoing().id());
        yield Optional.empty();
      }
    };
  }

  /** Slack may have posted it. What is seen in the channel is certain; what is not, may come. */
  private Outcome unclear(One one, String why) {
    doubts.add(one.name());
    return new Outcome.LookAgain(FIRST_LOOK, why);
  }

  private Outcome refused(One one, ApiAnswer.Refused refused) {
    if (UNCLEAR.contains(refused.error())) {
      return unclear(one, refused.error());
    }
    if (refused.error().equals("ratelimited")) {
      return new Outcome.Retry(Duration.ofSeconds(30), "rate limit");
    }
    if (NOT_A_MEMBER.contains(refused.error())
        && one.address().mayRespond(clock.instant())
        && one.part() < Address.RESPONSES) {
      // A direct message that the bot is not in is one between members.
      var toAll = !one.outgoing().isPrivate() && !one.address().isDirect();
      return plain(one, poster.respond(one.address(), one.message(), toAll));
    }
    if (!refused.needed().isEmpty()) {
      LOG.warn(
          "Slack: the scope {} is missing in workspace {}; add it to the app and install it again",
          refused.needed(),
          one.workspace().tenant().id());
    }
    return new Outcome.Gone(refused.error());
  }

  private Outcome whisper(One one) {
    if (one.outgoing().repeated()) {
      return unconfirmed(one, "an earlier private reply cannot be looked for");
    }
    return plain(one, poster.whisper(one.workspace(), one.address(), one.message(), one.part()));
  }

  /**
   * Tells the asker alone that the reply may be missing, with a button that shows an answer: to be
   * told twice does no harm, so this is tried until it is certain.
   */
  private Outcome unconfirmed(One one, String why) {
    var reply = ServiceReplies.unconfirmed(one.outgoing().reply().answerId());
    var words = drawing.draw(reply, More.SHOW, one.workspace().tenant()).get(0);
    return switch (poster.whisper(one.workspace(), one.address(), words, one.part())) {
      case ApiAnswer.Ok ok -> new Outcome.Unconfirmed(why);
      case ApiAnswer.Refused refused -> new Outcome.Unconfirmed(why);
      case ApiAnswer.Limited limited -> new Outcome.LookAgain(limited.after(), why);
      case ApiAnswer.Unreached unreached -> new Outcome.LookAgain(Duration.ZERO, why);
      case ApiAnswer.Lost lost -> new Outcome.LookAgain(Duration.ZERO, why);
    };
  }

  private Outcome plain(One one, ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Ok ok -> new Outcome.Delivered(whispered(ok, one.address()));
      case ApiAnswer.Limited limited -> new Outcome.Retry(limited.after(), "rate limit");
      case ApiAnswer.Unreached unreached -> new Outcome.Retry(Duration.ZERO, unreached.why());
      case ApiAnswer.Lost lost -> unclear(one, lost.why());
      case ApiAnswer.Refused refused ->
          UNCLEAR.contains(refused.error())
              ? unclear(one, refused.error())
              : new Outcome.Gone(refused.error());
    };
  }

  /** A response_url does not say what it became. */
  private static String whispered(ApiAnswer.Ok ok, Address address) {
    var ts = ok.text("message_ts");
    return ts.isEmpty() ? "" : reference(address, ts);
  }

  private static String reference(ApiAnswer.Ok ok, Address address) {
    var channel = ok.text("channel");
    return SlackCommandDecoder.reference(
        channel.isEmpty() ? address.channel() : channel, ok.text("ts"));
  }

  private static String reference(Address address, String ts) {
    return SlackCommandDecoder.reference(address.channel(), ts);
  }
}
