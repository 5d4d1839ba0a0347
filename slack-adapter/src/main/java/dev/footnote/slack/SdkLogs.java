package dev.footnote.slack;

import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Slack's client and the WebSocket library write what they send and receive, tokens and questions
 * included, to the log from DEBUG on. Nothing of that may be on.
 */
final class SdkLogs {

  /** A logger in each part that would write it. */
  private static final List<String> TELLING =
      List.of(
          "com.slack.api.methods.MethodsClient",
          "com.slack.api.util.http.listener.DetailedLoggingListener",
          "com.slack.api.bolt.App",
          "com.slack.api.app_backend.SlackSignature",
          "org.java_websocket.WebSocketImpl",
          "org.java_websocket.drafts.Draft_6455");

  private SdkLogs() {}

  /**
   * @throws IllegalArgumentException if one of them is on; the message has the way out
   */
  static void requireQuiet() {
    for (var name : TELLING) {
      if (LoggerFactory.getLogger(name).isDebugEnabled()) {
        throw new IllegalArgumentException(
            "logger "
                + name
                + ": at DEBUG it writes tokens and questions; set com.slack.api and"
                + " org.java_websocket to INFO in logback.xml");
      }
    }
  }
}
