package dev.footnote.app.terminal;

import java.io.PrintStream;

/**
 * A progress bar that redraws one line of standard error; where that is no terminal, a line for
 * every tenth of the work. Safe for use by several threads.
 */
public final class ProgressLine implements AutoCloseable {

  private static final int CELLS = 24;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream err;
  private final boolean redraws;
  private long drawnAt;
  private long tenth = -1;
  private String stage = "";
  private boolean open;

  /**
   * @param redraws whether {@code err} is a terminal
   */
  public ProgressLine(PrintStream err, boolean redraws) {
    this.err = err;
    this.redraws = redraws;
    this.drawnAt = System.nanoTime() - REDRAW_NANOS;
  }

  /** Shows {@code done} of {@code total}; a total of 0 is unknown. */
  public synchronized void at(String stage, long done, long total) {
    boolean ended = total > 0 && done >= total;
    if (redraws) {
      long now = System.nanoTime();
      if (ended || !stage.equals(this.stage) || now - drawnAt >= REDRAW_NANOS) {
        drawnAt = now;
        err.print("\r\u001b[K" + line(stage, done, total));
        err.flush();
        open = true;
      }
    } else {
      long now = total > 0 ? done * 10 / total : 0;
      if (!stage.equals(this.stage) || now > tenth) {
        tenth = now;
        err.println(line(stage, done, total));
      }
    }
    this.stage = stage;
  }

  /** Leaves the cursor on a fresh line. */
  @Override
  public synchronized void close() {
    if (open) {
      err.print("\r\u001b[K");
      err.flush();
      open = false;
    }
  }

  private String line(String stage, long done, long total) {
    if (total <= 0) {
      return stage + ": " + done;
    }
    if (!redraws) {
      return "%s: %d of %d".formatted(stage, done, total);
    }
    int full = (int) (Math.min(done, total) * CELLS / total);
    return "%s [%s%s] %d of %d"
        .formatted(stage, "#".repeat(full), ".".repeat(CELLS - full), done, total);
  }
}
