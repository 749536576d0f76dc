package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Another process that has a journal open until its standard input ends. */
final class JournalHolder {
  private JournalHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (OpenJournal journal = Journal.at(Path.of(arguments[0])).open(Clock.systemUTC())) {
      System.out.print(journal.isNew() ? '?' : '!');
      System.out.flush();
      System.in.read();
    }
  }
}
