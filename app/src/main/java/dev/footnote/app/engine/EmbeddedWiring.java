package dev.footnote.app.engine;

import dev.footnote.app.settings.Settings;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.content.CuratedKnowledge;

/** Wires the parts that run in this process: no server, no key, no network. */
public final class EmbeddedWiring implements Wiring {

  @Override
  public KnowledgeBase knowledge(Settings settings) {
    var curated = CuratedKnowledge.packaged();
    return settings.curated() ? curated : new WithoutStories(curated);
  }

  @Override
  public Engine open(Settings settings, Engine.Progress progress) {
    throw new KnowledgeException("answering: is not part of this build yet");
  }

  @Override
  public IndexStatus inspect(Settings settings) {
    return IndexStatus.NONE;
  }
}
