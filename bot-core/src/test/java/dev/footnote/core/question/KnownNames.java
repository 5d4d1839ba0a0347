package dev.footnote.core.question;

import dev.footnote.knowledge.content.CuratedKnowledge;
import java.util.List;

/** The vocabulary of the curated files, and of some publishers that only imports name. */
final class KnownNames {

  static final Vocabulary VOCABULARY =
      Vocabulary.of(
          CuratedKnowledge.packaged(),
          List.of(
              "Sporting News",
              "The Independent - Life and Style",
              "The Independent - Sports",
              "Hacker News",
              "CBSSports.com",
              "Music Business Worldwide",
              "The Age",
              "The Roar | Sports Writers Blog",
              "Cnbc | World Business News Leader",
              "BBC News - Technology",
              "Live Science: The Most Interesting Articles",
              "FOX News - Health",
              "Business Line",
              "Polygon",
              "Rivals",
              "TechCrunch",
              "Fortune"));

  private KnownNames() {}
}
