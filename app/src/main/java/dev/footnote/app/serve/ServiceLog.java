package dev.footnote.app.serve;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/** The log of a process that runs for long: with times, and what goes on beside what goes wrong. */
public final class ServiceLog {

  private ServiceLog() {}

  /** Writes the log that way from now on, unless the system property of Logback names another. */
  public static void use() {
    if (System.getProperty("logback.configurationFile") != null
        || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    var configuration = ServiceLog.class.getResource("/logback-serve.xml");
    if (configuration == null) {
      throw new IllegalStateException("logback-serve.xml: not in the jar; install it again");
    }
    context.reset();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(configuration);
    } catch (JoranException e) {
      throw new IllegalStateException("logback-serve.xml: cannot be read", e);
    }
  }
}
