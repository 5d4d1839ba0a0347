package dev.footnote.app.settings;

import java.util.List;

/** Settings cannot be used; the message has a line for each problem and the way out. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
