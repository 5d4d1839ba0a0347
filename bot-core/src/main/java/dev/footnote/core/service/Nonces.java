package dev.footnote.core.service;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Short names computed from longer ones: the same for the same, and never the same for others. */
final class Nonces {

  /** 120 bits are at most 24 digits to the base 36. */
  private static final int BYTES = 15;

  private Nonces() {}

  /**
   * @return 24 letters and digits or a few less
   */
  static String of(String space, long id) {
    return of(space + ":" + id);
  }

  static String of(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, Arrays.copyOf(digest, BYTES)).toString(Character.MAX_RADIX);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
