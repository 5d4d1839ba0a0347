package dev.footnote.core.lucene;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/** Whether an index can be trusted, before anything is asked of it. */
final class IndexVerification {

  /** Up to this size every file's checksum is verified on opening. */
  private static final long VERIFIED_BYTES = 256L << 20;

  private IndexVerification() {}

  /**
   * Reads the state, and a small index whole.
   *
   * @throws IOException what Lucene throws of an index that is damaged, incomplete or of another
   *     version
   */
  static void verify(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += length(directory, file);
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      LucenePassageWriter.state(reader);
      if (bytes <= VERIFIED_BYTES) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
      }
    }
  }

  /** A file that another process has just merged away counts nothing. */
  private static long length(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
