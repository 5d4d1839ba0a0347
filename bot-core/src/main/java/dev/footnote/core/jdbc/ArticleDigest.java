package dev.footnote.core.jdbc;

import dev.footnote.knowledge.Article;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of an article's content: tells a revision from the same content, and what was stored
 * from what a failing disk returns. Stored digests rely on it: a change needs a migration.
 */
final class ArticleDigest {

  private ArticleDigest() {}

  static byte[] of(Article article) {
    var digest = sha256();
    add(digest, article.id().value());
    add(digest, article.title());
    add(digest, article.url().toString());
    add(digest, article.publisher());
    // One letter longer where there is an author, so that none and an empty one differ.
    add(digest, article.author().map(author -> "+" + author).orElse(""));
    add(digest, article.published().toString());
    add(digest, article.body());
    return digest.digest();
  }

  private static void add(MessageDigest digest, String part) {
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
