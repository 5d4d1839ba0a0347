package dev.footnote.core.question;

import dev.footnote.knowledge.Publisher;
import java.util.List;
import java.util.Optional;

/**
 * One spelling of one known name.
 *
 * @param names as {@link Mention#names}
 * @param publisherKind for a curated publisher, its kind
 * @param words how many words the spelling has
 */
record Name(
    Mention.Kind kind,
    String id,
    String shown,
    List<String> names,
    Optional<Publisher.Kind> publisherKind,
    Caution caution,
    int words) {

  /** What it takes to believe that a spelling means the name. */
  enum Caution {
    /** Nothing more. */
    FREE,
    /** Believed in any case unless the neighbouring words say it is the ordinary word. */
    USUALLY_A_NAME,
    /** A capital within a sentence, or a cue. */
    CAPITAL,
    /** Written in capitals throughout, or a cue. */
    UPPER_CASE,
    /** A cue. */
    CUE
  }

  Mention at(int start, int end) {
    return new Mention(kind, id, shown, start, end, names);
  }

  boolean isPublisher() {
    return kind == Mention.Kind.PUBLISHER;
  }

  /** Whether it publishes about others; a company's own blog does not. */
  boolean isPress() {
    return isPublisher() && publisherKind.map(k -> !k.isPrimary()).orElse(true);
  }
}
