package dev.footnote.slack.transport;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Set;

/**
 * What became of one call of the Web API. Every {@code why} is for operators: no user text, no
 * tokens, no addresses.
 */
public sealed interface ApiAnswer {

  /** Errors that say a token will never be taken again. */
  Set<String> REFUSED_TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "org_login_required",
          "team_access_not_granted");

  /**
   * Slack did it.
   *
   * @param scopes as the header {@code x-oauth-scopes} lists them; empty where it is missing
   */
  record Ok(JsonObject body, Set<String> scopes) implements ApiAnswer {

    /** A text of the answer, or empty. */
    public String text(String name) {
      var value = body.get(name);
      return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
  }

  /**
   * Slack did not do it.
   *
   * @param error Slack's word for it
   * @param needed the scope that is missing; empty where none is
   */
  record Refused(String error, String needed) implements ApiAnswer {}

  /** Slack did not do it, for there were too many calls. */
  record Limited(Duration after) implements ApiAnswer {}

  /** Slack was not reached: nothing was sent. */
  record Unreached(String why) implements ApiAnswer {}

  /** It was sent, and no whole answer came back: Slack may or may not have done it. */
  record Lost(String why) implements ApiAnswer {}

  /** What became of it, in words for operators. */
  default String why() {
    return switch (this) {
      case Ok ok -> "done";
      case Refused refused -> refused.error();
      case Limited limited -> "too many calls";
      case Unreached unreached -> unreached.why();
      case Lost lost -> lost.why();
    };
  }

  /** Whether the token is refused for good. */
  default boolean refusesToken() {
    return this instanceof Refused r && REFUSED_TOKEN.contains(r.error());
  }
}
