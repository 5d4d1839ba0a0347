package dev.footnote.knowledge.content;

import dev.footnote.knowledge.KnowledgeException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;

/**
 * The curated content as one resource: a magic number, the SHA-256 of what follows, and the records
 * field by field in a fixed order. The same content gives the same bytes.
 */
final class PackagedContent {

  /** Where the resource is, below the class path's root. */
  static final String RESOURCE = "dev/footnote/knowledge/curated.bin";

  /** Raise the last digit whenever {@link ContentWriter} changes what it writes. */
  private static final int MAGIC = 0xF007_0002;

  private static final int HASH = 32;

  private PackagedContent() {}

  static byte[] bytes(Content content) {
    byte[] payload = payload(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
    try (DataOutputStream data = new DataOutputStream(out)) {
      data.writeInt(MAGIC);
      data.write(hash(payload));
      data.write(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static CuratedKnowledge of(Content content) {
    String fingerprint = HexFormat.of().formatHex(hash(payload(content)));
    return new CuratedKnowledge(content.vocabulary(), content.stories(), fingerprint);
  }

  static CuratedKnowledge load() {
    try (InputStream in = PackagedContent.class.getResourceAsStream("/" + RESOURCE)) {
      if (in == null) {
        throw new KnowledgeException(
            "the curated knowledge is not packaged with the program: build it with Maven");
      }
      return parse(in.readAllBytes());
    } catch (IOException e) {
      throw new KnowledgeException(
          "the packaged knowledge cannot be read: build the program again", e);
    }
  }

  static CuratedKnowledge parse(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.getInt() != MAGIC) {
        throw new KnowledgeException(
            "the packaged knowledge is of another version: build the program again");
      }
      byte[] hash = new byte[HASH];
      in.get(hash);
      return new ContentUnpacker(in).knowledge(HexFormat.of().formatHex(hash));
    } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
      throw new KnowledgeException("the packaged knowledge is damaged: build the program again", e);
    }
  }

  private static byte[] payload(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream data = new DataOutputStream(out)) {
      new ContentWriter(data).write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
