package dev.footnote.app.command;

import dev.footnote.app.engine.Engine;
import dev.footnote.app.engine.IndexStatus;
import dev.footnote.app.engine.Wiring;
import dev.footnote.app.platform.ChatPlatform;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.data.ArticleImport;
import dev.footnote.core.data.FolderLock;
import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.ingest.ImportLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sample knowledge, scripted answers and one passage; counts how often it was opened. */
final class SampleEngine implements Wiring, Engine {

  ArticleImport.Report imported =
      new ArticleImport.Report(1, 0, 1, List.of(new ImportLine.Rejected(3, "needs a \"title\"")));

  final ScriptedAnswering answering = new ScriptedAnswering();
  int opened;
  int closed;
  int embedded = 9;
  List<ChatPlatform> platforms = List.of(new SamplePlatform());

  @Override
  public KnowledgeBase knowledge(Settings settings) {
    return new SampleKnowledge();
  }

  @Override
  public Engine open(Settings settings, Engine.Progress progress) {
    opened++;
    return this;
  }

  @Override
  public IndexStatus inspect(Settings settings) {
    return new IndexStatus(2, 1, 9, embedded, true, Optional.empty());
  }

  @Override
  public KnowledgeBase knowledge() {
    return new SampleKnowledge();
  }

  @Override
  public Answering answering() {
    return answering;
  }

  @Override
  public PassageSearch search() {
    return (words, today, limit) ->
        words.contains("Anvil")
            ? List.of(
                new ScoredPassage(
                    new Passage(
                        "7#0",
                        "7",
                        Passage.Origin.ARTICLE,
                        "No date for Anvil",
                        List.of("The Letter"),
                        Optional.of(URI.create("https://letter.example/7")),
                        LocalDate.of(2026, 6, 5),
                        LocalDate.of(2026, 6, 5),
                        List.of(),
                        "The Anvil API has no date.",
                        0),
                    0.5))
            : List.of();
  }

  @Override
  public ArticleImport.Report importArticles(Path file, Consumer<ArticleImport.Report> progress) {
    progress.accept(imported);
    return imported;
  }

  @Override
  public IndexStatus status() {
    return inspect(Settings.on(Path.of("data")));
  }

  @Override
  public IndexStatus update(Progress progress) {
    progress.at("Embedding", 9, 9);
    return status();
  }

  @Override
  public ServiceStore service() {
    throw new UnsupportedOperationException("the sample engine keeps nothing");
  }

  @Override
  public Optional<FolderLock> tryLockService() {
    return Optional.empty();
  }

  @Override
  public List<ChatPlatform> platforms() {
    return platforms;
  }

  @Override
  public void embedInBackground() {
    // All is embedded.
  }

  @Override
  public void close() {
    closed++;
  }
}
