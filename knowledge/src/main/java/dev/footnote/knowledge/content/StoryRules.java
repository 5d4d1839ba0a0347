package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.content.FrontMatter.SourceEntry;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules that a story keeps by itself, given the vocabulary. */
final class StoryRules {

  private final Vocabulary vocabulary;

  StoryRules(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void check(StoryDraft draft) {
    FrontMatter front = draft.frontMatter();
    FileProblems problems = draft.problems();
    for (var topic : front.topics()) {
      resolve("topic", "topics.yaml", topic, vocabulary.topics(), problems);
    }
    for (var entity : front.entities()) {
      resolve("entity", "entities.yaml", entity, vocabulary.entities(), problems);
    }
    dates(draft);
    for (SourceEntry source : front.sources()) {
      source
          .publisher()
          .ifPresent(
              p -> resolve("publisher", "publishers.yaml", p, vocabulary.publishers(), problems));
    }
    addresses(front.sources(), problems);
    via(front.sources(), problems);
    weight(front.sources(), problems);
    numbers(draft);
  }

  private static <K> void resolve(
      String what, String file, Located<K> id, Map<K, ?> known, FileProblems problems) {
    if (!known.containsKey(id.value())) {
      Collection<String> ids = known.keySet().stream().map(Object::toString).toList();
      String typed = id.value().toString();
      problems.report(
          id.line(),
          "unknown "
              + what
              + " '"
              + typed
              + "'"
              + Nearest.hint(typed, ids)
              + ": add it to "
              + file);
    }
  }

  private static void dates(StoryDraft draft) {
    FrontMatter front = draft.frontMatter();
    FileProblems problems = draft.problems();
    front
        .date()
        .ifPresent(date -> {
          String month = date.value().toString().substring(0, 7).replace('-', '/');
          if (!draft.id().value().startsWith(month + "/")) {
            problems.report(
                date.line(),
                "the date "
                    + date.value()
                    + " does not fit the folder: move the file to stories/"
                    + month
                    + " or correct the date");
          }
          front
              .updated()
              .filter(u -> u.value().isBefore(date.value()))
              .ifPresent(u ->
                  problems.report(u.line(), "'updated' is before 'date': correct one of them"));
        });
    Optional<LocalDate> newest = front.newest();
    for (SourceEntry source : front.sources()) {
      source
          .published()
          .filter(p -> newest.isPresent() && p.value().isAfter(newest.get()))
          .ifPresent(p ->
              problems.report(
                  p.line(),
                  "source "
                      + source.number()
                      + " was published on "
                      + p.value()
                      + ", after the story's newest day "
                      + newest.get()
                      + ": set 'updated' to that day"));
    }
  }

  private void addresses(List<SourceEntry> sources, FileProblems problems) {
    Map<String, Integer> seen = new HashMap<>();
    for (SourceEntry source : sources) {
      if (source.url().isEmpty()) {
        continue;
      }
      Located<URI> url = source.url().get();
      Integer other = seen.putIfAbsent(Addresses.key(url.value()), source.number());
      if (other != null) {
        problems.report(
            url.line(),
            "sources " + other + " and " + source.number() + " have the same address: merge them");
      }
      Optional<Publisher> publisher =
          source.publisher().map(p -> vocabulary.publishers().get(p.value()));
      String host = Addresses.host(url.value());
      if (publisher.isPresent() && !publisher.get().publishesOn(host)) {
        problems.report(
            url.line(),
            "'"
                + host
                + "' is no domain of "
                + publisher.get().id()
                + " ("
                + String.join(", ", publisher.get().domains())
                + "): correct the publisher, or add the domain to publishers.yaml");
      }
    }
  }

  private static void via(List<SourceEntry> sources, FileProblems problems) {
    Map<Integer, Integer> repeats = new HashMap<>();
    Set<Integer> numbers = new HashSet<>();
    sources.forEach(s -> numbers.add(s.number()));
    sources.forEach(s -> s.via().ifPresent(v -> repeats.put(s.number(), v.value())));
    for (SourceEntry source : sources) {
      if (source.via().isEmpty()) {
        continue;
      }
      Located<Integer> via = source.via().get();
      if (!numbers.contains(via.value())) {
        problems.report(
            via.line(), "'via: " + via.value() + "' names no source: use a number from 'sources'");
      }
      Integer next = via.value();
      for (int steps = 0; next != null && steps < sources.size(); steps++) {
        if (next == source.number()) {
          problems.report(
              via.line(), "source " + source.number() + " repeats itself: remove one 'via'");
          break;
        }
        next = repeats.get(next);
      }
    }
  }

  private void weight(List<SourceEntry> sources, FileProblems problems) {
    Set<PublisherId> publishers = new HashSet<>();
    boolean primary = false;
    for (SourceEntry source : sources) {
      if (source.publisher().isEmpty()) {
        return;
      }
      PublisherId id = source.publisher().get().value();
      Publisher publisher = vocabulary.publishers().get(id);
      if (publisher == null) {
        return;
      }
      publishers.add(id);
      primary |= publisher.kind().isPrimary();
    }
    if (!sources.isEmpty() && publishers.size() < 2 && !primary) {
      problems.report(
          sources.getFirst().line(),
          "one publisher is not enough: add a second, or a company, court or regulator itself");
    }
  }

  private static void numbers(StoryDraft draft) {
    Set<Integer> known = new HashSet<>();
    Set<Integer> used = new HashSet<>();
    draft.frontMatter().sources().forEach(s -> known.add(s.number()));
    for (Located<Integer> cited : draft.body().cited()) {
      used.add(cited.value());
      if (!known.contains(cited.value())) {
        draft
            .problems()
            .report(
                cited.line(),
                "["
                    + cited.value()
                    + "] names no source: add it to 'sources' or correct the number");
      }
    }
    for (SourceEntry source : draft.frontMatter().sources()) {
      if (!used.contains(source.number())) {
        draft
            .problems()
            .report(
                source.line(),
                "source " + source.number() + " is never cited: cite it or remove it");
      }
    }
  }
}
