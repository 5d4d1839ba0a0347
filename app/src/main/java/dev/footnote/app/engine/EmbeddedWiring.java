package dev.footnote.app.engine;

import dev.footnote.app.platform.ChatPlatform;
import dev.footnote.app.platform.DiscordPlatform;
import dev.footnote.app.platform.SlackPlatform;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.core.lucene.LucenePassageIndex;
import dev.footnote.core.retrieval.IndexDamagedException;
import dev.footnote.core.retrieval.PassageIndexer;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Wires the parts that run in this process: no server, no key, no network. */
public final class EmbeddedWiring implements Wiring {

  private final InstantSource clock;

  public EmbeddedWiring(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public KnowledgeBase knowledge(Settings settings) {
    var curated = CuratedKnowledge.packaged();
    return settings.curated() ? curated : new WithoutStories(curated);
  }

  @Override
  public Engine open(Settings settings, Engine.Progress progress) {
    var folder = DataFolder.open(settings.data());
    var embedding = settings.embeddings() ? Embedding.start(folder) : Embedding.OFF;
    return EmbeddedEngine.open(
        folder, () -> knowledge(settings), settings, embedding, clock, progress);
  }

  @Override
  public IndexStatus inspect(Settings settings) {
    var folder = new DataFolder(settings.data());
    if (!Files.exists(folder.database())) {
      return IndexStatus.NONE;
    }
    try (var store = SqliteStore.open(DataFolder.open(settings.data()), clock)) {
      var none = new IndexStatus(store.count(), store.versions(), 0, 0, false, Optional.empty());
      if (!IndexOpening.isThere(folder)) {
        return none;
      }
      try (var index = LucenePassageIndex.open(folder.index())) {
        var state = index.state();
        boolean current =
            state.format() == PassageIndexer.FORMAT
                && state.store().equals(store.identity())
                && state.sequence() == store.sequence()
                && (!settings.curated()
                    || state.curated().equals(knowledge(settings).fingerprint()));
        return new IndexStatus(
            none.articles(),
            none.versions(),
            index.size(),
            index.embedded(),
            current,
            Optional.empty());
      } catch (IndexDamagedException e) {
        return new IndexStatus(
            none.articles(),
            none.versions(),
            0,
            0,
            false,
            Optional.of(e.getMessage() + "; the next question builds it anew"));
      }
    }
  }

  @Override
  public List<ChatPlatform> platforms() {
    return List.of(new DiscordPlatform(), new SlackPlatform());
  }
}
