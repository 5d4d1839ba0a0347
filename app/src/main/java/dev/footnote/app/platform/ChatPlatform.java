package dev.footnote.app.platform;

import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chat platform that the program can serve. */
public interface ChatPlatform {

  /** A platform that is set up. */
  interface Ready {

    /** In lower case. */
    String name();

    /** Whether it must be reached over HTTP. */
    boolean needsHttp();

    /** Asks the platform whether everything is as it must be; changes nothing. */
    List<Finding> diagnose();

    /**
     * Registers with {@code desk} and joins the platform in the background.
     *
     * @throws IllegalArgumentException if it cannot start; the message has the way out
     */
    Bot start(Desk desk, Routes routes, InstantSource clock);
  }

  /** The environment's variables that it reads; each may also name a file, with {@code _FILE}. */
  List<String> variables();

  /**
   * Reads how it is set up.
   *
   * @param environment with the contents of files in place of their names
   * @return empty if nothing of it is set
   * @throws IllegalArgumentException if only part of it is set or it cannot be used; a line for
   *     each problem, with the way out
   */
  Optional<Ready> read(Map<String, String> environment, ServiceSettings settings);
}
