package dev.footnote.knowledge.content;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML as a tree of nodes that know their lines. No object is ever constructed from it, and
 * aliases of collections are refused, so that a file can neither run code nor explode.
 */
final class YamlText {

  /** Far more than any of the formats needs. */
  private static final int DEPTH = 20;

  private final int firstLine;
  private final FileProblems problems;

  /**
   * @param firstLine the line of the file on which the YAML begins
   */
  YamlText(int firstLine, FileProblems problems) {
    this.firstLine = firstLine;
    this.problems = problems;
  }

  FileProblems problems() {
    return problems;
  }

  int lineOf(Node node) {
    return node.getStartMark().getLine() + firstLine;
  }

  /** The one mapping that {@code text} is; empty when a problem was reported. */
  Optional<YamlMapping> mapping(String text) {
    Optional<Node> node = compose(text);
    if (node.isPresent() && !(node.get() instanceof MappingNode)) {
      problems.report(lineOf(node.get()), "expected 'key: value' lines");
      return Optional.empty();
    }
    return node.map(n -> new YamlMapping((MappingNode) n, this));
  }

  /** The mappings of the list that {@code text} is; problems are reported. */
  List<YamlMapping> mappings(String text) {
    return compose(text).map(this::mappings).orElse(List.of());
  }

  /** The mappings that {@code node} lists; problems are reported. */
  List<YamlMapping> mappings(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      problems.report(lineOf(node), "expected a list: start each entry with '- '");
      return List.of();
    }
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof MappingNode mapping) {
        mappings.add(new YamlMapping(mapping, this));
      } else {
        problems.report(lineOf(item), "expected an entry with 'key: value' pairs");
      }
    }
    return mappings;
  }

  private Optional<Node> compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEPTH);
    try {
      return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      problems.report(
          line + firstLine,
          "is not valid YAML: "
              + e.getProblem()
              + "; put text with ': ', '#' or quotes inside \"double quotes\"");
    } catch (YAMLException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.report(firstLine, "is not valid YAML: " + first + "; remove what it names");
    }
    return Optional.empty();
  }
}
