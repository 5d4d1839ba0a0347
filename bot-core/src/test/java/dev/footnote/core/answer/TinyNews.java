package dev.footnote.core.answer;

import dev.footnote.core.langchain4j.LangChain4jPassageRetriever;
import dev.footnote.core.lucene.LucenePassageIndex;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.EmbeddedText;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageIndex.Entry;
import dev.footnote.core.retrieval.PassageIndex.State;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.core.retrieval.WordsEmbedder;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Six stories and an article about companies that do not exist, indexed in a folder. */
public final class TinyNews implements AutoCloseable {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  static final String LAUNCH = "2026/04/acme-launches-anvil";
  static final String DELAY = "2026/06/acme-delays-anvil-api";
  static final String BOLT_RAISES = "2026/05/bolt-raises";
  static final String ACME_RAISES = "2026/05/acme-raises";
  static final String COMPUTING = "2026/07/bolt-buys-computing";
  static final String TAKEOVER = "2026/08/crane-acquires-dove";

  static final Article ARTICLE =
      new Article(
          new ArticleId("gull-1"),
          "Gull opens a robot laboratory in Lisbon",
          URI.create("https://gazette.example/gull"),
          "The Gazette",
          Optional.empty(),
          Instant.parse("2026-09-02T10:00:00Z"),
          """
          Gull opened a laboratory for household robots in Lisbon on 1 September 2026. But was it wise?

          The laboratory employs 120 engineers, said Carla Dias, who runs it.  Rents  in the city
          have doubled.
          """);

  private static final List<String[]> FILES =
      List.of(
          new String[] {
            "publishers.yaml",
            """
            - {id: daily-paper, name: The Daily Paper, kind: press, domains: [paper.example]}
            - {id: letter, name: The Letter, kind: newsletter, domains: [letter.example]}
            - {id: gazette, name: The Gazette, kind: press, domains: [gazette.example]}
            - {id: silent, name: The Silent Times, kind: press, domains: [silent.example]}
            """
          },
          new String[] {
            "topics.yaml",
            """
            - {id: models, name: Models}
            - {id: funding, name: Funding}
            """
          },
          new String[] {
            "entities.yaml",
            """
            - {id: acme, name: Acme, kind: company, aliases: [Acme Labs]}
            - {id: bolt, name: Boltix, kind: company}
            - {id: crane, name: Cranex, kind: company}
            - {id: dove, name: Dovely, kind: company}
            - {id: anvil, name: Anvil 2, kind: model, aliases: [Anvil]}
            - {id: ada-byron, name: Ada Byron, kind: person}
            """
          },
          story(
              LAUNCH,
              "Acme launches Anvil 2",
              "2026-04-08",
              "[acme, anvil]",
              "",
              """
                1: {publisher: daily-paper, published: 2026-04-08, title: "Anvil 2 is out", url: "https://paper.example/a1"}
                2: {publisher: letter, published: 2026-04-09, title: "A heavy anvil"}
              """,
              """
              Acme launched Anvil 2 on 8 April 2026 without a public API. [1][2] The model has 405
              billion parameters and costs $20 a month. [2]

              ## Timeline
              - 2026-04-08: Anvil 2 launches in the app alone. [1]
              """),
          story(
              BOLT_RAISES,
              "Boltix raises $500 million",
              "2026-05-04",
              "[bolt, ada-byron]",
              "",
              """
                1: {publisher: daily-paper, published: 2026-05-04, title: "Boltix raises", url: "https://paper.example/b1"}
                2: {publisher: gazette, published: 2026-05-05, title: "Half a billion for Boltix", url: "https://gazette.example/b2"}
              """,
              """
              Boltix raised $500 million in a funding round led by pension funds. [1][2] Ada Byron,
              its founder, remains chief executive of Boltix. [2]
              """),
          story(
              ACME_RAISES,
              "Acme raises $2 billion",
              "2026-05-20",
              "[acme]",
              "",
              """
                1: {publisher: daily-paper, published: 2026-05-20, title: "Acme raises", url: "https://paper.example/c1"}
                2: {publisher: letter, published: 2026-05-21, title: "Acme's war chest", url: "https://letter.example/c2"}
              """,
              """
              Acme raised $2 billion in a funding round that its employees joined. [1][2]
              """),
          story(
              DELAY,
              "Acme delays the Anvil API",
              "2026-06-03",
              "[acme, anvil]",
              "follows: " + LAUNCH + "\n",
              """
                1: {publisher: daily-paper, published: 2026-06-03, title: "No API yet", url: "https://paper.example/d1"}
                2: {publisher: letter, published: 2026-06-10, title: "Twice late", url: "https://letter.example/d2"}
              """,
              """
              Acme delayed the Anvil API again and set no new date. [1] A spokesman said on 9 June
              2026 that the Anvil API would come in July 2026. [2]

              ## Why it matters
              Developers cannot build on Anvil because there is no API. [2]

              ## Timeline
              - 2026-04-08: Anvil 2 launches without an API. [1]
              - 2026-06-03: The API is delayed. [1]
              - 2026-06-09: A spokesman promises the API for July. [2]

              ## Where sources differ
              - How often the API was delayed: "again and again" [1]; twice, to May and to June [2].
              """),
          story(
              COMPUTING,
              "Boltix buys computing from Acme",
              "2026-07-01",
              "[acme, bolt]",
              "",
              """
                1: {publisher: daily-paper, published: 2026-07-01, title: "Boltix rents chips", url: "https://paper.example/e1"}
                2: {publisher: gazette, published: 2026-07-02, title: "Chips for Boltix", url: "https://gazette.example/e2"}
              """,
              """
              Boltix buys computing from Acme under a contract of three years. [1][2]
              """),
          story(
              TAKEOVER,
              "Cranex acquires Dovely",
              "2026-08-12",
              "[crane, dove]",
              "",
              """
                1: {publisher: daily-paper, published: 2026-08-12, title: "Cranex takes Dovely", url: "https://paper.example/f1"}
                2: {publisher: letter, published: 2026-08-13, title: "Birds of a feather", url: "https://letter.example/f2"}
              """,
              """
              Cranex acquired Dovely for $40 million on 12 August 2026. [1][2]
              """));

  public final KnowledgeBase knowledge;
  public final PassageIndex index;
  public final Vocabulary vocabulary;
  public final QuestionReader reader;
  public final Embedder embedder = new WordsEmbedder();
  final PassageRetriever retriever;
  private final Answering answering;

  private TinyNews(Path folder, boolean embedded) {
    knowledge = knowledge(folder.resolve("content"));
    index = LucenePassageIndex.open(folder.resolve("index"));
    try (var writer = index.writer()) {
      for (Story story : knowledge.stories()) {
        writer.replace(
            Origin.CURATED,
            story.id().value(),
            PassageSplitter.split(story, knowledge).stream()
                .map(p -> new Entry(p, Optional.empty()))
                .toList());
      }
      writer.replace(
          Origin.ARTICLE,
          ARTICLE.id().value(),
          PassageSplitter.split(ARTICLE).stream()
              .map(p -> new Entry(p, Optional.empty()))
              .toList());
      writer.commit(new State(1, knowledge.fingerprint(), "tiny", 1));
    }
    if (embedded) {
      embed();
    }
    vocabulary = Vocabulary.of(knowledge, index.publishers().keySet());
    reader = new QuestionReader(vocabulary);
    retriever =
        new LangChain4jPassageRetriever(
            index, embedder, () -> ExpectedQuestions.NONE, Runnable::run);
    answering = new QuestionAnswering(reader, vocabulary, retriever, index, knowledge);
  }

  public static TinyNews in(Path folder) {
    return new TinyNews(folder, true);
  }

  public static TinyNews withoutVectors(Path folder) {
    return new TinyNews(folder, false);
  }

  static KnowledgeBase knowledge(Path content) {
    try {
      for (String[] file : FILES) {
        Path path = content.resolve(file[0]);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CuratedKnowledge.load(content);
  }

  private void embed() {
    try (var writer = index.writer()) {
      for (var passage : index.unembedded(1000)) {
        writer.embed(java.util.Map.of(passage, embedder.embedPassage(EmbeddedText.of(passage))));
      }
      writer.commit(index.state());
    }
  }

  public Story story(String id) {
    return knowledge.story(new StoryId(id)).orElseThrow();
  }

  Answered ask(Question question) {
    return answering.answer(question);
  }

  Answer ask(String question) {
    return ask(Question.of(question, TODAY)).answer();
  }

  Answer ask(String question, LocalDate asOf) {
    return ask(new Question(question, TODAY, Optional.of(asOf), List.of())).answer();
  }

  @Override
  public void close() {
    index.close();
  }

  private static String[] story(
      String id,
      String title,
      String date,
      String entities,
      String follows,
      String sources,
      String body) {
    return new String[] {
      "stories/" + id + ".md",
      """
      ---
      title: %s
      date: %s
      updated: %s
      topics: [models]
      entities: %s
      %sverified: 2026-11-20
      sources:
      %s---
      %s\
      """
          .formatted(
              title,
              date,
              LocalDate.parse(date).plusDays(7),
              entities,
              follows,
              sources.indent(2).replace("    ", "  "),
              body)
    };
  }
}
