package io.github.xrayclient.testsupport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the library logs, in place of the console, until it is closed. */
public final class LogLines implements AutoCloseable {
  private final Logger logger = Logger.getLogger("io.github.xrayclient");
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord line) {
      lines.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  private LogLines() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  /** Begins to collect. */
  public static LogLines ofLibrary() {
    return new LogLines();
  }

  /** The lines, each with its level, such as {@code WARNING GET … answered …}. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
