package dev.footnote.discord.fake;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord refuses although its description does not say so. */
final class Limits {

  private static final int V2 = 1 << 15;

  private int components;
  private int characters;
  private final Set<String> ids = new HashSet<>();

  private Limits() {}

  static Optional<String> violation(DataObject message) {
    boolean v2 = (message.getInt("flags", 0) & V2) != 0;
    var content = message.getString("content", "");
    if (v2 && (!content.isEmpty() || message.hasKey("embeds"))) {
      return Optional.of("content or embeds beside Components V2");
    }
    if (content.length() > 2000) {
      return Optional.of("content: over 2000");
    }
    var given = message.optArray("components").orElseGet(DataArray::empty);
    if (content.isBlank() && given.isEmpty()) {
      return Optional.of("empty message");
    }
    var limits = new Limits();
    var found = limits.walk(given, v2);
    if (found.isPresent()) {
      return found;
    }
    if (v2 && limits.characters > 4000) {
      return Optional.of("text: over 4000, is " + limits.characters);
    }
    return limits.components > 40 ? Optional.of("components: over 40") : Optional.empty();
  }

  private Optional<String> walk(DataArray array, boolean v2) {
    for (int i = 0; i < array.length(); i++) {
      var c = array.getObject(i);
      int type = c.getInt("type");
      components++;
      if (!v2 && (type == 10 || type == 14 || type == 17)) {
        return Optional.of("component type " + type + " without the flag");
      }
      if (type == 10) {
        var text = c.getString("content");
        characters += text.length();
        if (text.isBlank()) {
          return Optional.of("blank text");
        }
      }
      if (c.hasKey("custom_id")
          && (c.getString("custom_id").length() > 100 || !ids.add(c.getString("custom_id")))) {
        return Optional.of("custom_id too long or twice: " + c.getString("custom_id"));
      }
      if (c.getString("label", "").length() > 80) {
        return Optional.of("label: over 80");
      }
      var inner = c.optArray("components");
      if (type == 1 && inner.map(DataArray::length).orElse(0) > 5) {
        return Optional.of("more than 5 buttons in a row");
      }
      var found = inner.flatMap(a -> walk(a, v2));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
