package dev.footnote.core.retrieval;

import static java.util.Comparator.naturalOrder;

import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Story;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts documents into passages. An article's are whole sentences up to what the embedding model
 * reads well, each beginning with the last sentence of the one before where that is short. A
 * curated story's are its statements, one each: what is found is then what is said.
 */
public final class PassageSplitter {

  /**
   * Characters of a passage, head included: about 256 tokens of English. Chosen in RETRIEVAL.md
   * from published settings; a passage of 256 tokens keeps 980 of 981 facts whole.
   */
  private static final int MOST_CHARACTERS = 1_390;

  /** A sentence up to this length, about 32 tokens, is repeated in the next passage. */
  private static final int OVERLAP = 160;

  private PassageSplitter() {}

  /** The article's passages in order; none for a blank body, whose title alone proves nothing. */
  public static List<Passage> split(Article article) {
    LocalDate published = article.published().atZone(ZoneOffset.UTC).toLocalDate();
    var passages = new ArrayList<Passage>();
    for (String text : pieces(article.body(), article.title().length() + 40)) {
      int ordinal = passages.size();
      passages.add(
          new Passage(
              article.id() + "#" + ordinal,
              article.id().value(),
              Origin.ARTICLE,
              article.title(),
              List.of(article.publisher()),
              Optional.of(article.url()),
              published,
              published,
              List.of(),
              text,
              ordinal));
    }
    return passages;
  }

  private static List<String> pieces(String body, int head) {
    int room = Math.max(MOST_CHARACTERS / 2, MOST_CHARACTERS - head);
    var pieces = new ArrayList<String>();
    List<Sentences.Span> sentences = bounded(body, Sentences.spans(body), room);
    int first = 0;
    while (first < sentences.size()) {
      int next = first + 1;
      int start = sentences.get(first).start();
      while (next < sentences.size() && sentences.get(next).end() - start <= room) {
        next++;
      }
      pieces.add(body.substring(start, sentences.get(next - 1).end()));
      if (next == sentences.size()) {
        break;
      }
      Sentences.Span last = sentences.get(next - 1);
      boolean repeats =
          next - 1 > first
              && last.end() - last.start() <= OVERLAP
              && sentences.get(next).end() - last.start() <= room;
      first = repeats ? next - 1 : next;
    }
    return pieces;
  }

  /** Cuts what is longer than a passage, such as a table without full stops, between words. */
  private static List<Sentences.Span> bounded(
      String body, List<Sentences.Span> sentences, int room) {
    var bounded = new ArrayList<Sentences.Span>();
    for (Sentences.Span sentence : sentences) {
      int start = sentence.start();
      while (sentence.end() - start > room) {
        int end = cut(body, start, start + room);
        if (!body.substring(start, end).isBlank()) {
          bounded.add(new Sentences.Span(start, end));
        }
        start = end;
        while (Character.isWhitespace(body.charAt(start))) {
          start++;
        }
      }
      bounded.add(new Sentences.Span(start, sentence.end()));
    }
    return bounded;
  }

  /** After the last word that ends by {@code end}; within one that is endless. */
  private static int cut(String body, int start, int end) {
    for (int at = end; at > start + (end - start) / 2; at--) {
      if (Character.isWhitespace(body.charAt(at)) && !Character.isWhitespace(body.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(body.charAt(end)) ? end - 1 : end;
  }

  /**
   * The story's statements as passages, in the order of {@link Story#statements()}: ordinal n is
   * the n-th statement.
   */
  public static List<Passage> split(Story story, KnowledgeBase knowledge) {
    List<String> entities = story.entities().stream().map(EntityId::value).toList();
    var passages = new ArrayList<Passage>();
    for (Story.Statement statement : story.statements().toList()) {
      List<Story.Reference> references =
          statement.references().stream().map(story::reference).toList();
      int ordinal = passages.size();
      passages.add(
          new Passage(
              story.id() + "#" + ordinal,
              story.id().value(),
              Origin.CURATED,
              story.title(),
              references.stream().map(r -> publisher(r, knowledge)).distinct().toList(),
              references.stream().map(Story.Reference::url).flatMap(Optional::stream).findFirst(),
              references.stream().map(Story.Reference::published).min(naturalOrder()).orElseThrow(),
              day(story, ordinal),
              entities,
              statement.quote(),
              ordinal));
    }
    return passages;
  }

  /** The day of the event: the story's, or a timeline entry's own. */
  private static LocalDate day(Story story, int ordinal) {
    int entry = ordinal - story.lead().size() - story.whyItMatters().size();
    if (entry < 0 || entry >= story.timeline().size()) {
      return story.date();
    }
    return story.timeline().get(entry).date();
  }

  private static String publisher(Story.Reference reference, KnowledgeBase knowledge) {
    return knowledge
        .publisher(reference.publisher())
        .map(Publisher::name)
        .orElse(reference.publisher().value());
  }
}
