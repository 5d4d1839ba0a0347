package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a member sees of blocks: the text with markup applied, where links lead, who is called. */
public final class SlackScreen {

  private static final Pattern LINK = Pattern.compile("<(https?:[^|>]*)(?:\\|([^>]*))?>");
  private static final Pattern CALL = Pattern.compile("<([@!#][^>]*)>");
  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("(?<!\\\\)\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\](?:\\(<?([^()<>]*)>?\\)|:)");
  private static final Pattern BARE =
      Pattern.compile("(?i)(?:https?://|www\\.)[^\\s)>\\]]+|mailto:\\S+|[\\w.+-]+@[\\w-]+\\.\\w+");
  private static final Pattern EMOJI = Pattern.compile("(?<!\\\\):([\\w+'-]+)(?<!\\\\):");

  private final StringBuilder seen = new StringBuilder();
  private final List<String> links = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  private SlackScreen() {}

  public static SlackScreen of(JsonArray blocks) {
    var screen = new SlackScreen();
    blocks.forEach(block -> screen.block(block.getAsJsonObject()));
    return screen;
  }

  public String seen() {
    return seen.toString();
  }

  public List<String> links() {
    return links;
  }

  /** Mentions of people, groups, channels and everybody. */
  public List<String> calls() {
    return calls;
  }

  private void block(JsonObject block) {
    switch (block.get("type").getAsString()) {
      case "markdown" -> block.get("text").getAsString().lines().forEach(this::markdown);
      case "header", "section" -> text(block.getAsJsonObject("text"));
      case "divider" -> seen.append("--------");
      case "input" -> {
        text(block.getAsJsonObject("label"));
        element(block.getAsJsonObject("element"));
      }
      case "rich_text" -> richText(block);
      default -> block.getAsJsonArray("elements").forEach(e -> element(e.getAsJsonObject()));
    }
    if (block.has("accessory")) {
      element(block.getAsJsonObject("accessory"));
    }
    seen.append('\n');
  }

  private void element(JsonObject element) {
    switch (element.get("type").getAsString()) {
      case "plain_text", "mrkdwn" -> text(element);
      case "button" -> {
        seen.append("( ");
        text(element.getAsJsonObject("text"));
        seen.append(") ");
      }
      case "feedback_buttons" -> seen.append("( + ) ( - )");
      case "overflow", "static_select", "radio_buttons", "checkboxes", "multi_static_select" -> {
        seen.append("{ ");
        for (var option : element.getAsJsonArray("options")) {
          text(option.getAsJsonObject().getAsJsonObject("text"));
          seen.append("| ");
        }
        seen.append("}");
      }
      case "multi_conversations_select" -> seen.append("{ conversations }");
      default -> seen.append("<").append(element.get("type").getAsString()).append(">");
    }
  }

  private void text(JsonObject object) {
    var text = object.get("text").getAsString();
    CALL.matcher(text).results().forEach(m -> calls.add(m.group(1)));
    if (object.get("type").getAsString().equals("mrkdwn")) {
      LINK.matcher(text).results().forEach(m -> links.add(unescape(m.group(1))));
      text = LINK.matcher(text).replaceAll("$2");
    } else if (!object.has("emoji") || object.get("emoji").getAsBoolean()) {
      text = EMOJI.matcher(text).replaceAll("\u263a");
    }
    seen.append(unescape(text)).append(' ');
  }

  private void markdown(String line) {
    CALL.matcher(line.replaceAll("\\\\.", "")).results().forEach(m -> calls.add(m.group(1)));
    var text = line.replaceFirst("^(?:#{1,6} |> |- )", "");
    var rest = new StringBuilder();
    var matcher = MARKDOWN_LINK.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) != null) {
        links.add(matcher.group(2));
        matcher.appendReplacement(rest, "$1");
      } else {
        links.add("definition");
        matcher.appendReplacement(rest, "");
      }
    }
    matcher.appendTail(rest);
    var bare = rest.toString();
    BARE.matcher(bare).results().forEach(m -> links.add(m.group()));
    bare = EMOJI.matcher(bare).replaceAll("\u263a");
    if (Pattern.compile("^(?:#{1,6} |>|[-+*] |\\d+[.)] |={2,}|-{2,})").matcher(bare).find()) {
      bare = bare.replaceFirst("^\\S+ ?", "");
    }
    seen.append(unescape(inline(bare))).append('\n');
  }

  /** Applies emphasis and code by dropping their marks, and takes escapes away. */
  private static String inline(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && isPunctuation(text.charAt(i + 1))) {
        out.append(text.charAt(++i));
      } else if ("*_~`".indexOf(c) < 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isPunctuation(char c) {
    return c > 0x20 && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  private void richText(JsonObject parent) {
    for (JsonElement child : parent.getAsJsonArray("elements")) {
      var element = child.getAsJsonObject();
      switch (element.get("type").getAsString()) {
        case "text" -> seen.append(element.get("text").getAsString());
        case "link", "citation" -> {
          links.add(element.get("url").getAsString());
          seen.append(element.get("text").getAsString());
        }
        case "user", "usergroup", "broadcast", "channel" -> calls.add(element.toString());
        default -> richText(element);
      }
    }
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
