package dev.footnote.discord.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A message as Discord stores it.
 *
 * @param body as it was sent, with {@code content}, {@code flags}, {@code components}
 * @param onlyFor the one who sees it, if it is ephemeral
 * @param loading whether it is a deferred answer nobody filled in yet
 * @param interaction the id of the interaction that it answers
 */
public record FakeMessage(
    String id,
    String channel,
    String author,
    boolean bot,
    DataObject body,
    Optional<String> onlyFor,
    boolean loading,
    Optional<String> interaction) {

  /** A component that somebody can act upon. */
  public record Control(int type, String customId, String label, DataObject json) {}

  /** All that is written in it, markup included. */
  public String text() {
    var texts = new ArrayList<String>();
    if (!body.getString("content", "").isEmpty()) {
      texts.add(body.getString("content"));
    }
    body.optArray("components").ifPresent(c -> collectText(c, texts));
    return String.join("\n", texts);
  }

  /** Buttons and selects, in order. */
  public List<Control> controls() {
    var controls = new ArrayList<Control>();
    body.optArray("components").ifPresent(c -> collectControls(c, controls));
    return controls;
  }

  /** The control whose label or placeholder contains {@code words}. */
  public Control control(String words) {
    return controls().stream()
        .filter(c -> c.label().contains(words))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "no control '"
                    + words
                    + "' among "
                    + controls().stream().map(Control::label).collect(Collectors.toList())));
  }

  /** The message that it replies to. */
  public Optional<String> replyTo() {
    return body.optObject("message_reference").map(r -> r.getString("message_id"));
  }

  private static void collectText(DataArray components, List<String> texts) {
    for (int i = 0; i < components.length(); i++) {
      var c = components.getObject(i);
      if (c.getInt("type") == 10) {
        texts.add(c.getString("content"));
      }
      c.optArray("components").ifPresent(inner -> collectText(inner, texts));
    }
  }

  private static void collectControls(DataArray components, List<Control> controls) {
    for (int i = 0; i < components.length(); i++) {
      var c = components.getObject(i);
      if (c.hasKey("custom_id")) {
        var emoji = c.optObject("emoji").map(e -> e.getString("name")).orElse("");
        controls.add(
            new Control(
                c.getInt("type"),
                c.getString("custom_id"),
                emoji + c.getString("label", c.getString("placeholder", "")),
                c));
      }
      c.optArray("components").ifPresent(inner -> collectControls(inner, controls));
    }
  }
}
