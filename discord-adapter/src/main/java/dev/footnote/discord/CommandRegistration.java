package dev.footnote.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Holds the commands that Discord has against ours. Discord adds defaults, ids, nulls and empty
 * descriptions, leaves out what is false, and gives numbers where JDA gives strings; none of that
 * is a difference.
 */
final class CommandRegistration {

  private static final List<String> COMPARED =
      List.of(
          "name",
          "type",
          "description",
          "name_localizations",
          "description_localizations",
          "options",
          "choices",
          "required",
          "autocomplete",
          "value",
          "max_length",
          "integration_types",
          "contexts");

  private CommandRegistration() {}

  /** Whether Discord's commands are ours. */
  static boolean isCurrent(DataArray registered) {
    return comparable(registered).equals(comparable(wanted()));
  }

  /** The body that makes them ours. */
  static DataArray wanted() {
    return DataArray.fromCollection(SlashCommands.all().stream().map(c -> c.toData()).toList());
  }

  private static Map<String, Object> comparable(DataArray commands) {
    var all = new TreeMap<String, Object>();
    for (int i = 0; i < commands.length(); i++) {
      var command = commands.getObject(i);
      all.put(command.getInt("type", 1) + command.getString("name"), comparable(command));
    }
    return all;
  }

  private static Map<String, Object> comparable(DataObject object) {
    var all = new TreeMap<String, Object>();
    for (var key : COMPARED) {
      if (!object.hasKey(key) || object.isNull(key)) {
        continue;
      }
      var value = object.get(key);
      if (key.endsWith("_localizations")) {
        var words = new TreeMap<String, Object>(object.getObject(key).toMap());
        if (!words.isEmpty()) {
          all.put(key, words);
        }
      } else if (key.equals("options") || key.equals("choices")) {
        var inner = new ArrayList<Object>();
        object.getArray(key).stream(DataArray::getObject).forEach(o -> inner.add(comparable(o)));
        if (!inner.isEmpty()) {
          all.put(key, inner);
        }
      } else if (key.equals("contexts") || key.equals("integration_types")) {
        all.put(key, object.getArray(key).stream(DataArray::getString).sorted().toList());
      } else if (!value.equals(false)
          && !value.equals("")
          && !(key.equals("type") && isDefault(object))) {
        all.put(key, value.toString());
      }
    }
    return all;
  }

  private static boolean isDefault(DataObject object) {
    return object.getInt("type") == 1;
  }
}
