package dev.footnote.slack;

import dev.footnote.core.service.Desk;
import dev.footnote.slack.blocks.SlackViews;
import dev.footnote.slack.transport.Workspace;
import java.util.Map;

/** Keeps the Home tab of whoever opens it up to date. */
final class HomeTab {

  private static final int STORIES = 5;
  private static final int EXAMPLES = 5;

  private final Desk desk;
  private final Poster poster;
  private final Asides asides;

  HomeTab(Desk desk, Poster poster, Asides asides) {
    this.desk = desk;
    this.poster = poster;
    this.asides = asides;
  }

  void show(Workspace workspace, String user) {
    var suggestions = desk.suggestions(workspace.tenant());
    var view =
        SlackViews.home(
            suggestions.stories("", STORIES),
            suggestions.examples(EXAMPLES),
            desk.settings(workspace.tenant()),
            workspace.administrators().contains(user));
    asides.run(
        "views.publish",
        () -> poster.call(workspace, "views.publish", Map.of("user_id", user, "view", view)));
  }
}
