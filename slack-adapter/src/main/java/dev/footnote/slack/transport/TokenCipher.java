package dev.footnote.slack.transport;

import dev.footnote.core.service.Secret;
import dev.footnote.core.service.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts an installation's tokens at rest with AES-256-GCM; each record is bound to its
 * workspace. Safe for use by several threads.
 */
public final class TokenCipher {

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * @param key 32 bytes in Base64, as {@code openssl rand -base64 32} prints them
   * @throws IllegalArgumentException if it is not
   */
  public TokenCipher(Secret key) {
    this.key = new SecretKeySpec(bytes(key), "AES");
  }

  private static byte[] bytes(Secret key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.reveal().strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY) {
      throw new IllegalArgumentException(
          "SLACK_TOKEN_KEY: is not 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
    return bytes;
  }

  byte[] seal(TenantId tenant, String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, tenant, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * @throws IllegalStateException if {@code sealed} was made with another key, for another
   *     workspace, or changed since
   */
  String open(TenantId tenant, byte[] sealed) {
    if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
      throw unreadable(tenant);
    }
    var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    var nonce = new byte[NONCE];
    buffer.get(nonce);
    var text = new byte[buffer.remaining()];
    buffer.get(text);
    return new String(run(Cipher.DECRYPT_MODE, tenant, nonce, text), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, TenantId tenant, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(tenant.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw unreadable(tenant);
    }
  }

  private static IllegalStateException unreadable(TenantId tenant) {
    return new IllegalStateException(
        tenant
            + ": its tokens cannot be decrypted with SLACK_TOKEN_KEY; bring back the key that they"
            + " were stored with, or install the app in that workspace again");
  }
}
