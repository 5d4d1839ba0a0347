package dev.footnote.slack.transport;

import dev.footnote.core.service.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Ties an installation's end to its beginning in the same browser, without anything to store: a
 * random number and its hour, signed, in the address and in a cookie.
 */
final class InstallState {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final SecureRandom random = new SecureRandom();
  private final Signature signature;
  private final InstantSource clock;

  InstallState(Secret clientSecret, InstantSource clock) {
    this.signature = new Signature(clientSecret);
    this.clock = clock;
  }

  String issue() {
    var number = new byte[16];
    random.nextBytes(number);
    var text =
        HexFormat.of().formatHex(number) + "." + clock.instant().plus(LIFETIME).getEpochSecond();
    return text + "." + sign(text);
  }

  /**
   * @param cookie what the browser kept
   */
  boolean isOurs(String state, String cookie) {
    var parts = state.split("\\.", -1);
    if (parts.length != 3 || !parts[1].matches("\\d{1,10}")) {
      return false;
    }
    return equal(state, cookie)
        && equal(sign(parts[0] + "." + parts[1]), parts[2])
        && clock.instant().getEpochSecond() < Long.parseLong(parts[1]);
  }

  private String sign(String text) {
    return signature.of("install", text.getBytes(StandardCharsets.UTF_8)).substring(3);
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
