package dev.footnote.slack.transport;

import dev.footnote.core.service.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells Slack's own requests from forged and replayed ones. Safe for use by several threads. */
final class Signature {

  /** How far a request's time may be from ours, either way. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Seconds since 1970; ten digits last until the year 2286, and nothing overflows. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Signature(Secret signingSecret) {
    key = new SecretKeySpec(signingSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Whether {@code body} is Slack's and of this hour.
   *
   * @param body as it came, byte for byte
   */
  boolean isGenuine(
      @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
    if (timestamp == null || signature == null || !SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    long apart = Math.abs(Long.parseLong(timestamp) - now.getEpochSecond());
    return apart <= TOLERANCE.toSeconds()
        && MessageDigest.isEqual(
            of(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  String of(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + ": every JDK has it", e);
    }
  }
}
