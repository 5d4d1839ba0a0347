package dev.footnote.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what is logged while it is open. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogLines() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  /** Everything from now on, whatever its level. */
  LogLines atTrace() {
    root.setLevel(Level.TRACE);
    return this;
  }

  @Override
  protected void append(ILoggingEvent event) {
    var thrown =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    lines.add(
        event.getLevel()
            + " "
            + event.getLoggerName()
            + ": "
            + event.getFormattedMessage()
            + thrown);
  }

  List<String> lines() {
    return lines;
  }

  List<String> lines(String level) {
    return lines.stream().filter(l -> l.startsWith(level + " ")).toList();
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(this);
    stop();
  }
}
