package dev.footnote.knowledge.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Checks a content folder and writes it as the one resource that the program loads; for builds. */
public final class ContentPackager {

  private ContentPackager() {}

  /**
   * @param args the content folder, and the folder of classes to write below
   */
  public static void main(String[] args) throws IOException {
    Content content = Content.read(Path.of(args[0]));
    if (!content.problems().isEmpty()) {
      System.err.println(new ContentException(content.problems()).getMessage());
      System.exit(1);
    }
    Path file = Path.of(args[1]).resolve(PackagedContent.RESOURCE);
    byte[] bytes = PackagedContent.bytes(content);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    }
  }
}
