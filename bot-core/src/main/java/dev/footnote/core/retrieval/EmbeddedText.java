package dev.footnote.core.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What of a passage is embedded, and by which key its vector is kept. */
public final class EmbeddedText {

  private EmbeddedText() {}

  /** Head and text: the title and the day say what the text is about. */
  public static String of(Passage passage) {
    return passage.head() + "\n" + passage.text();
  }

  /** The SHA-256 of {@link #of} in hexadecimal. */
  public static String key(Passage passage) {
    try {
      byte[] text = of(passage).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
