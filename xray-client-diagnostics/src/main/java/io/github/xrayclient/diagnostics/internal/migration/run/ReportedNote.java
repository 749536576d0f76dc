package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.error.XrayTransportException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the result of a step tells. */
final class ReportedNote extends JsonForm implements StepNote {
  private final Kind kind;
  private final @Nullable String subject;
  private final String text;

  ReportedNote(Kind kind, @Nullable String subject, String text) {
    this.kind = kind;
    this.subject = subject;
    this.text = text;
  }

  /** Why a step failed. */
  static StepNote of(RuntimeException failure) {
    return new ReportedNote(kind(failure), null, String.valueOf(failure.getMessage()));
  }

  private static Kind kind(RuntimeException failure) {
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
        && ((XrayTransportException) failure).requestSent()
        && !((XrayTransportException) failure).method().equals("GET");
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    if (subject != null) {
      json.put("subject", subject);
    }
    return json.put("text", text);
  }

  @Override
  public String toString() {
    return text;
  }
}
