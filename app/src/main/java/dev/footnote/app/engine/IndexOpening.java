package dev.footnote.app.engine;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.data.DiskFailures;
import dev.footnote.core.data.FolderLock;
import dev.footnote.core.lucene.LucenePassageIndex;
import dev.footnote.core.retrieval.IndexDamagedException;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.RetrieverUnavailableException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index of a data folder; one that is damaged is deleted, to be filled anew. */
final class IndexOpening {

  private static final Logger LOG = LoggerFactory.getLogger(IndexOpening.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);

  private IndexOpening() {}

  /** Whether there is an index, of whatever quality. */
  static boolean isThere(DataFolder folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.index(), "segments_*")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  static PassageIndex open(DataFolder folder) {
    if (isThere(folder)) {
      try {
        return LucenePassageIndex.open(folder.index());
      } catch (IndexDamagedException e) {
        LOG.debug("The index looks damaged", e);
      }
    }
    FolderLock lock = await(folder);
    try {
      // Nobody writes now: what looks damaged still is, and was not just being changed.
      return LucenePassageIndex.open(folder.index());
    } catch (IndexDamagedException e) {
      LOG.warn("{}; it is built anew from its sources", e.getMessage());
      delete(folder.index());
      return LucenePassageIndex.open(folder.index());
    } finally {
      lock.close();
    }
  }

  private static FolderLock await(DataFolder folder) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<FolderLock> lock = folder.tryLockIndex();
    try {
      while (lock.isEmpty() && System.nanoTime() < end) {
        TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        lock = folder.tryLockIndex();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return lock.orElseThrow(() ->
        new RetrieverUnavailableException(
            folder.index() + ": another Footnote is building it; try again when it has finished"));
  }

  private static void delete(Path index) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw DiskFailures.of(index, e);
    }
  }
}
