package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.NoteValue;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.error.XrayTransportException;
import org.jspecify.annotations.Nullable;

/** A note on the result of a step. */
final class ReportedNote extends NoteValue<StepNote.Kind> implements StepNote {
  ReportedNote(Kind kind, @Nullable String subject, String text) {
    super(kind, subject, text);
  }

  /** The note that gives the reason why a step failed. */
  static StepNote of(RuntimeException failure) {
    return new ReportedNote(kindOf(failure), null, String.valueOf(failure.getMessage()));
  }

  private static Kind kindOf(RuntimeException failure) {
    if (failure instanceof StepFailure) {
      return ((StepFailure) failure).kind();
    }
    if (failure instanceof XrayConcurrentChangeException) {
      return Kind.CHANGED_BY_OTHERS;
    }
    if (failure instanceof MigrationFailure) {
      return ((MigrationFailure) failure).kind() == MigrationException.Kind.OUTCOME_UNKNOWN
          ? Kind.OUTCOME_UNKNOWN
          : Kind.CHANGED_BY_OTHERS;
    }
    if (failure instanceof XrayReadBackException) {
      return Kind.NOT_VERIFIED;
    }
    if (isWriteWithLostAnswer(failure)) {
      return Kind.OUTCOME_UNKNOWN;
    }
    return failure instanceof XrayApiException ? Kind.REFUSED_BY_SERVER : Kind.FAILED;
  }

  private static boolean isWriteWithLostAnswer(RuntimeException failure) {
    return failure instanceof XrayTransportException
        && ((XrayTransportException) failure).isRequestSent()
        && !((XrayTransportException) failure).method().equals("GET");
  }
}
