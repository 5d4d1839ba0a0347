package dev.footnote.app.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How Footnote is to run, read once and passed on. Tokens are not settings.
 *
 * @param data the data folder as the user spelled it; need not exist
 * @param curated whether the curated stories answer too
 * @param embeddings whether passages are also found by meaning
 * @param timeZone where "today" is
 * @param service what {@code serve} needs besides
 * @param file the settings file that was read
 * @param origins where each setting that somebody set comes from, in words
 */
public record Settings(
    Path data,
    boolean curated,
    boolean embeddings,
    ZoneId timeZone,
    ServiceSettings service,
    Optional<Path> file,
    Map<Setting, String> origins) {

  public Settings {
    origins = Map.copyOf(origins);
  }

  /** Settings where only the data folder was said; for tests. */
  public static Settings on(Path data) {
    return new Settings(
        data, true, true, ZoneId.of("UTC"), ServiceSettings.DEFAULT, Optional.empty(), Map.of());
  }
}
