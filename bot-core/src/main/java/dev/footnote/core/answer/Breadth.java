package dev.footnote.core.answer;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import java.util.regex.Pattern;

/** Whether a question asks of one thing or of several, which need more sentences. */
final class Breadth {

  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)(?<=\\w[ ,]{1,2})(?:and|or|vs\\.?|versus|than|both|each|against|next to|compared?|between|then)\\b"
              + "|\\b(?:differ\\w*|compare|order|dates|saga|milestones|sequence|history|steps|side by side)\\b"
              + "|\\bfrom .{2,40} to\\b|\\w\\S* \\S.*[,:;](?= )|/|->|→");

  private Breadth() {}

  static boolean isWide(Query query) {
    return query.kind() == AnswerKind.COMPARISON || SEVERAL.matcher(query.text()).find();
  }
}
