package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers citations from 1 in the order of first use. One published piece that carries two
 * sentences by two quotes is two citations: each proves its own sentence.
 */
final class CitationList {

  private record Key(Reference reference, String quote, String document) {}

  private final Map<Key, Integer> numbers = new LinkedHashMap<>();

  int number(Reference reference, String quote, String document) {
    return numbers.computeIfAbsent(new Key(reference, quote, document), key -> numbers.size() + 1);
  }

  List<Citation> all() {
    var all = new ArrayList<Citation>();
    numbers.forEach((key, number) ->
        all.add(
            new Citation(
                number,
                key.reference().publisher(),
                key.reference().title(),
                key.reference().url(),
                key.reference().published(),
                key.quote(),
                key.document())));
    return all;
  }

  /** The day of the newest piece cited, of which there must be one. */
  LocalDate newest() {
    return numbers.keySet().stream()
        .map(key -> key.reference().published())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
