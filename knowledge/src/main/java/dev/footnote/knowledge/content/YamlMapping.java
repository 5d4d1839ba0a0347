package dev.footnote.knowledge.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML mapping: takes values out by key and reports what they should have been. */
final class YamlMapping {

  private final YamlText yaml;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlMapping(MappingNode node, YamlText yaml) {
    this.yaml = yaml;
    this.line = yaml.lineOf(node);
    for (NodeTuple tuple : node.getValue()) {
      int at = yaml.lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        yaml.problems().report(at, "a key must be a plain word");
      } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        report(at, "'" + key.getValue() + "' stands twice: keep one");
      } else {
        lines.put(key.getValue(), at);
      }
    }
  }

  /** The line of {@code key}, or of the mapping where there is no such key. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  int line() {
    return line;
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  void report(int at, String message) {
    yaml.problems().report(at, message);
  }

  /** Reports every key that is not one of {@code known}. */
  void allowOnly(List<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        report(
            line(key),
            "unknown key '"
                + key
                + "'"
                + Nearest.hint(key, known)
                + ": use "
                + String.join(", ", known));
      }
    }
  }

  /** The text of {@code key}; reported when missing or blank. */
  Optional<String> text(String key) {
    if (!has(key)) {
      report(line, "'" + key + "' is missing: add it");
      return Optional.empty();
    }
    return optionalText(key);
  }

  /** The text of {@code key} if there is one; reported when blank. */
  Optional<String> optionalText(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(v -> scalar(key, v));
  }

  /** The value of {@code key} as {@code form} reads it, which throws what it refuses. */
  <T> Optional<T> optional(String key, Function<String, T> form) {
    return optionalText(key).flatMap(text -> formed(line(key), text, form));
  }

  /** As {@link #optional}; reported when missing. */
  <T> Optional<T> required(String key, Function<String, T> form) {
    return text(key).flatMap(text -> formed(line(key), text, form));
  }

  Optional<LocalDate> date(String key) {
    return required(key, text -> day(key, text));
  }

  Optional<LocalDate> optionalDate(String key) {
    return optional(key, text -> day(key, text));
  }

  /** The texts that {@code key} lists; a single text counts as a list of one. */
  List<Located<String>> texts(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    List<Located<String>> texts = new ArrayList<>();
    for (Node item : items) {
      scalar(key, item).ifPresent(t -> texts.add(new Located<>(t, yaml.lineOf(item))));
    }
    return List.copyOf(texts);
  }

  /** The texts that {@code key} lists, as {@code form} reads them, which throws what it refuses. */
  <T> List<Located<T>> list(String key, Function<String, T> form) {
    return texts(key).stream()
        .flatMap(text ->
            formed(text.line(), text.value(), form)
                .map(value -> new Located<>(value, text.line()))
                .stream())
        .toList();
  }

  /** The mapping under {@code key}, if there is one; reported when it is something else. */
  Optional<YamlMapping> mapping(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMapping(mapping, yaml));
    }
    report(line(key), "'" + key + "' must hold 'key: value' pairs");
    return Optional.empty();
  }

  /** The mappings that {@code key} lists; none where there is no such key. */
  List<YamlMapping> mappings(String key) {
    return Optional.ofNullable(values.get(key)).map(yaml::mappings).orElse(List.of());
  }

  private <T> Optional<T> formed(int at, String text, Function<String, T> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (IllegalArgumentException e) {
      report(at, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static LocalDate day(String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + key + "': '" + text + "' is no real date: write YYYY-MM-DD", e);
    }
  }

  private Optional<String> scalar(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      report(yaml.lineOf(node), "'" + key + "' must be plain text: quote it if need be");
      return Optional.empty();
    }
    boolean nothing = node.getTag().equals(Tag.NULL) || scalar.getValue().isBlank();
    if (nothing) {
      report(yaml.lineOf(node), "'" + key + "' is empty: fill it in or remove the key");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue().strip());
  }
}
