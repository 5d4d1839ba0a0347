package dev.footnote.app.engine;

import dev.footnote.app.platform.ChatPlatform;
import dev.footnote.app.settings.Settings;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.List;

/** Opens what commands work with, each part only when a command needs it. */
public interface Wiring {

  /** The curated knowledge; without its stories where the settings say so. Opens nothing else. */
  KnowledgeBase knowledge(Settings settings);

  /**
   * Opens everything; creates the data folder where there is none.
   *
   * @param progress told while opening takes long, and never after this returns
   * @throws dev.footnote.knowledge.KnowledgeException if the data folder cannot be used
   */
  Engine open(Settings settings, Engine.Progress progress);

  /** How far the index of a data folder has come; it is left as far as it is. */
  IndexStatus inspect(Settings settings);

  /** The chat platforms that can be served. */
  List<ChatPlatform> platforms();
}
