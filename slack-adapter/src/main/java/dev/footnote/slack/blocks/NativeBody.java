package dev.footnote.slack.blocks;

import com.google.gson.JsonObject;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what a reply says as rich text with Slack's own citation element, which Bolt's model does
 * not know. Not every workspace takes it; {@link MarkdownBody} is what all take.
 */
final class NativeBody implements Body {

  private static final int PIECE = 2_000;
  private static final int SNIPPET = 200;

  private final List<Citation> citations;

  NativeBody(List<Citation> citations) {
    this.citations = citations;
  }

  @Override
  public void draw(Block block, Pages pages) {
    switch (block) {
      case Block.Paragraph p -> add(pages, "rich_text_section", p.spans());
      case Block.Heading h -> add(pages, "rich_text_section", List.of(Span.bold(h.text())));
      case Block.Bullets b -> b.items().forEach(item -> add(pages, "rich_text_list", item));
      case Block.Quote q -> add(pages, "rich_text_quote", q.spans());
      case Block.Note n -> MarkdownBody.note(n.spans(), pages);
      case Block.Divider d -> pages.block(Kit.divider(), "");
    }
  }

  private void add(Pages pages, String type, List<Span> spans) {
    var elements = new ArrayList<JsonObject>();
    var plain = new StringBuilder();
    int size = 0;
    for (var span : spans) {
      for (var element : elements(span)) {
        int length = Kit.json(element).length();
        if (size + length > 2 * PIECE && !elements.isEmpty()) {
          pages.block(richText(type, elements), plain.toString());
          elements.clear();
          plain.setLength(0);
          size = 0;
        }
        elements.add(element);
        size += length;
      }
      plain.append(Spans.plain(List.of(span)));
    }
    if (!elements.isEmpty()) {
      pages.block(richText(type, elements), plain.toString());
    }
  }

  private static JsonObject richText(String type, List<JsonObject> elements) {
    var inner = Kit.object(type);
    if (type.equals("rich_text_list")) {
      inner.addProperty("style", "bullet");
      var section = Kit.with(Kit.object("rich_text_section"), "elements", Kit.array(elements));
      Kit.with(inner, "elements", Kit.array(List.of(section)));
    } else {
      Kit.with(inner, "elements", Kit.array(elements));
    }
    return Kit.with(Kit.object("rich_text"), "elements", Kit.array(List.of(inner)));
  }

  private List<JsonObject> elements(Span span) {
    return switch (span) {
      case Span.Text t ->
          t.text().isEmpty()
              ? List.of()
              : Graphemes.pieces(t.text(), PIECE).stream()
                  .map(piece -> text(piece, t.style()))
                  .toList();
      case Span.Cite c -> List.of(citation(c.number()));
      case Span.Link l -> {
        var words = new ArrayList<>(List.of(text(l.text() + " ", Reply.Style.PLAIN)));
        SafeLink.of(l.url()).ifPresent(safe -> words.add(link(safe)));
        yield words;
      }
    };
  }

  private static JsonObject link(SafeLink safe) {
    var link = Kit.object("link");
    link.addProperty("url", safe.address());
    link.addProperty("text", safe.host());
    return link;
  }

  private static JsonObject text(String text, Reply.Style style) {
    var element = Kit.object("text");
    element.addProperty("text", text);
    if (style != Reply.Style.PLAIN) {
      var look = new JsonObject();
      switch (style) {
        case BOLD -> look.addProperty("bold", true);
        case ITALIC -> look.addProperty("italic", true);
        case CODE -> look.addProperty("code", true);
        case PLAIN -> {}
      }
      element.add("style", look);
    }
    return element;
  }

  private JsonObject citation(int number) {
    var cited = citations.stream().filter(c -> c.number() == number).findFirst().orElseThrow();
    return cited
        .url()
        .flatMap(SafeLink::of)
        .map(safe -> citation(cited, safe))
        .orElseGet(() -> text("[" + number + "]", Reply.Style.PLAIN));
  }

  private static JsonObject citation(Citation cited, SafeLink safe) {
    var element = Kit.object("citation");
    element.addProperty("url", safe.address());
    element.addProperty("text", "[" + cited.number() + "]");
    element.addProperty("index", cited.number());
    var details = new JsonObject();
    details.addProperty("citation_type", "web");
    details.addProperty("display_name", cited.publisher());
    details.addProperty("title", Graphemes.head(cited.title(), 300));
    details.addProperty("snippet", Graphemes.head(cited.quote(), SNIPPET));
    element.add("details", details);
    return element;
  }
}
