package dev.footnote.slack;

import com.slack.api.bolt.response.Response;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Admission;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.knowledge.StoreException;
import dev.footnote.slack.blocks.SlackMessage;
import dev.footnote.slack.blocks.SlackViews;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.Workspace;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests in: what is stored is acknowledged, what is not is said so. Nothing here waits for
 * an answer.
 */
final class SlackDoor {

  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

  private final Desk desk;
  private final SlackDelivery delivery;
  private final Poster poster;
  private final Asides asides;
  private final Background background;

  SlackDoor(
      Desk desk, SlackDelivery delivery, Poster poster, Asides asides, Background background) {
    this.desk = desk;
    this.delivery = delivery;
    this.poster = poster;
    this.asides = asides;
    this.background = background;
  }

  /**
   * Takes in what Slack sends again if it is not acknowledged.
   *
   * @return 500 if it could not be stored
   */
  Response event(Request request, Workspace workspace, Runnable onAccepted) {
    try {
      var admission = desk.admit(request);
      if (admission instanceof Admission.Accepted) {
        background.run(onAccepted);
      }
      refusal(admission).ifPresent(reply -> tell(reply, workspace, Address.of(request.address())));
      return Response.ok();
    } catch (StoreException e) {
      LOG.error("A request was not stored, Slack will send it again, {}", request);
      return Response.builder().statusCode(500).build();
    }
  }

  /** Takes in what somebody pressed or sent off: Slack does not send it again. */
  Response press(Request request, Workspace workspace) {
    try {
      refusal(desk.admit(request))
          .ifPresent(reply -> tell(reply, workspace, Address.of(request.address())));
    } catch (StoreException e) {
      LOG.error("A request was not stored, {}", request);
      tell(ServiceReplies.notStored(), workspace, Address.of(request.address()));
    }
    return Response.ok();
  }

  /** Takes in a slash command, whose acknowledgement can carry words for the asker alone. */
  Response command(Request request) {
    Optional<Reply> refusal;
    try {
      refusal = refusal(desk.admit(request));
    } catch (StoreException e) {
      LOG.error("A request was not stored, {}", request);
      refusal = Optional.of(ServiceReplies.notStored());
    }
    return refusal
        .map(reply -> delivery.draw(reply, request.tenant()).get(0))
        .map(message -> json(Poster.response(message, "ephemeral").toString()))
        .orElseGet(Response::ok);
  }

  static Response json(String body) {
    return Response.builder().statusCode(200).contentType("application/json").body(body).build();
  }

  /** Tells the asker alone; it is not worth a queue. */
  void tell(Reply reply, Workspace workspace, Address address) {
    background.run(() -> {
      var tenant = workspace.tenant();
      var messages = delivery.draw(reply, tenant);
      if (tell(messages, workspace, address) instanceof ApiAnswer.Refused refused
          && delivery.drawsPlainer(tenant, refused.error())) {
        tell(delivery.draw(reply, tenant), workspace, address);
      }
    });
  }

  /** Offers the settings to the asker alone, as they open by a button only. */
  void offerSettings(Workspace workspace, Address address) {
    var isAdministrator = workspace.administrators().contains(address.user());
    background.run(
        () -> tell(List.of(SlackViews.settingsOffer(isAdministrator)), workspace, address));
  }

  /** Stops at the first message that Slack does not take. */
  private ApiAnswer tell(List<SlackMessage> messages, Workspace workspace, Address address) {
    for (int i = 0; ; i++) {
      int part = i;
      var answer =
          asides.run("a note", () -> poster.whisper(workspace, address, messages.get(part), part));
      if (!(answer instanceof ApiAnswer.Ok) || i + 1 == messages.size()) {
        return answer;
      }
    }
  }

  private static Optional<Reply> refusal(Admission admission) {
    return switch (admission) {
      case Admission.Accepted a -> Optional.empty();
      case Admission.Duplicate d -> Optional.empty();
      case Admission.Busy busy -> Optional.of(ServiceReplies.busy(busy));
      case Admission.Limited limited -> Optional.of(ServiceReplies.limited(limited));
      case Admission.NotHere notHere -> Optional.of(ServiceReplies.notHere(notHere));
    };
  }
}
