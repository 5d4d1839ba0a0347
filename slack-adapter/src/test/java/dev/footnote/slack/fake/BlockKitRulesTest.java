package dev.footnote.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** What the tests hold every message and view against. */
class BlockKitRulesTest {

  private static final String BUTTON =
      "{'type':'button','action_id':'%s','text':{'type':'plain_text','text':'%s'},'value':'v'}";

  @Test
  void shapes_are_checked_against_the_schema() {
    System.err.printf(
        "Block Kit's shapes are %s against %s (-Dfootnote.specs=FOLDER names another place)%n",
        BlockKitRules.haveSchema() ? "checked" : "NOT CHECKED", BlockKitRules.schemaFile());
    assumeTrue(
        BlockKitRules.haveSchema(),
        () -> "no schema at " + BlockKitRules.schemaFile() + ": shapes are not checked");

    assertThat(BlockKitRules.message(blocks("{'type':'divider'}"))).isEmpty();
    assertThat(BlockKitRules.message(blocks("{'type':'divider','colour':'red'}"))).isNotEmpty();
    assertThat(BlockKitRules.message(blocks("{'type':'section'}"))).isNotEmpty();
    var label = "x".repeat(76);
    assertThat(BlockKitRules.message(actions(BUTTON.formatted("a", label)))).isNotEmpty();
    assertThat(BlockKitRules.message(actions(BUTTON.formatted("a", "Evidence")))).isEmpty();
    assertThat(BlockKitRules.view(view("{'type':'divider'}"))).isNotEmpty();
  }

  @Test
  void counts_and_lengths_are_checked_without_it_too() {
    var many = new JsonArray();
    for (int i = 0; i < 51; i++) {
      many.addAll(blocks("{'type':'divider'}"));
    }
    assertThat(BlockKitRules.message(many)).anyMatch(w -> w.contains("more than 50 blocks"));
    assertThat(BlockKitRules.message(blocks(markdown(13_200))))
        .anyMatch(w -> w.contains("msg_blocks_too_long"));
    var both = blocks(markdown(6_100));
    both.addAll(blocks(markdown(6_100)));
    assertThat(BlockKitRules.message(both)).anyMatch(w -> w.contains("12,000"));
    var twice = BUTTON.formatted("a", "One") + "," + BUTTON.formatted("a", "Two");
    assertThat(BlockKitRules.message(actions(twice))).anyMatch(w -> w.contains("twice"));
  }

  private static String markdown(int length) {
    return "{'type':'markdown','text':'" + "x".repeat(length) + "'}";
  }

  private static JsonArray actions(String elements) {
    return blocks("{'type':'actions','elements':[" + elements + "]}");
  }

  private static JsonArray blocks(String block) {
    var blocks = new JsonArray();
    blocks.add(JsonParser.parseString(block.replace('\'', '"')));
    return blocks;
  }

  private static JsonObject view(String block) {
    var view = new JsonObject();
    view.addProperty("type", "modal");
    view.add("blocks", blocks(block));
    return view;
  }
}
