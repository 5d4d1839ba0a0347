package dev.footnote.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.slack.transport.Workspace;
import java.util.List;
import java.util.Map;

/**
 * Slack's assistant pane: prompts that the knowledge base can answer, a status while it works, and
 * a title for the thread. Answers come whole: nothing here streams, as no writer does.
 */
final class AssistantPane {

  /** What the pane needs; without it nothing of this is called. */
  private static final String SCOPE = "assistant:write";

  /** Slack takes four. */
  private static final int PROMPTS = 4;

  private static final int LONGEST_TITLE = 80;

  private final Desk desk;
  private final Poster poster;
  private final Recent waiting = new Recent();

  AssistantPane(Desk desk, Poster poster) {
    this.desk = desk;
    this.poster = poster;
  }

  /** Offers what to ask, when somebody opened the pane. */
  void opened(Workspace workspace, String channel, String thread) {
    var prompts = prompts(desk.suggestions(workspace.tenant()).examples(PROMPTS));
    if (workspace.may(SCOPE) && !prompts.isEmpty()) {
      poster.call(
          workspace,
          "assistant.threads.setSuggestedPrompts",
          Map.of(
              "channel_id",
              channel,
              "thread_ts",
              thread,
              "title",
              "Ask about AI-industry news",
              "prompts",
              prompts.toString()));
    }
  }

  /** Takes note of a question before it is let in, so that its answer cannot be quicker. */
  void expect(Request request) {
    waiting.add(name(request));
  }

  /** Takes note that an answer is about to be posted; Slack takes the status away with it. */
  void posting(Request request) {
    waiting.remove(name(request));
  }

  /**
   * Shows that an answer is being worked on, unless it is there already.
   *
   * @param first whether it is the thread's first question, which becomes its title
   */
  void working(Workspace workspace, Request request, boolean first) {
    var address = Address.of(request.address());
    if (!workspace.may(SCOPE) || !address.isDirect() || address.thread().isEmpty()) {
      return;
    }
    if (waiting.has(name(request))) {
      call(workspace, address, "setStatus", "status", "is looking through the news…");
      if (!waiting.has(name(request))) {
        // The answer overtook it, so nothing else would take it away.
        call(workspace, address, "setStatus", "status", "");
      }
    }
    if (first && request.command() instanceof Command.Ask ask && !ask.question().isBlank()) {
      call(workspace, address, "setTitle", "title", title(ask.question()));
    }
  }

  private void call(
      Workspace workspace, Address address, String method, String name, String value) {
    poster.call(
        workspace,
        "assistant.threads." + method,
        Map.of("channel_id", address.channel(), "thread_ts", address.thread(), name, value));
  }

  private static String name(Request request) {
    return request.keys().get(0);
  }

  private static String title(String question) {
    int points = question.codePointCount(0, question.length());
    return points <= LONGEST_TITLE
        ? question
        : question.substring(0, question.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
  }

  private static JsonArray prompts(List<String> questions) {
    var prompts = new JsonArray();
    for (var question : questions.subList(0, Math.min(PROMPTS, questions.size()))) {
      var prompt = new JsonObject();
      prompt.addProperty("title", question);
      prompt.addProperty("message", question);
      prompts.add(prompt);
    }
    return prompts;
  }
}
