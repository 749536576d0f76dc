package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.GuardedEdit;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a write, and reads the object afterwards. If the answer is lost, the object shows whether
 * the write took effect.
 */
final class WriteSender {
  private static final Pattern ID_IN_SENTENCE = Pattern.compile("id:\\s*([0-9A-Za-z-]+)");

  private final XrayClient xray;
  private final ServerObjects objects;

  WriteSender(XrayClient xray) {
    this.xray = xray;
    this.objects = new ServerObjects(xray);
  }

  ServerObjects objects() {
    return objects;
  }

  /**
   * Sends a write and reads the object afterwards.
   *
   * @param created called with the id of a new object as soon as it is known
   */
  WriteOutcome send(ObjectWrite write, Consumer<String> created) {
    ApiCall<ApiResponse> call = WriteRequests.call(xray, write.action, write.key, write.id);
    ApiCall<Answer> sent =
        (write.body == null ? call : call.body(write.body)).decodedBy(Answer::of);
    Answer answer = answer(write, sent);
    if (answer.outcome.isPresent()) {
      return answer.outcome.get();
    }
    boolean hasNewId = write.action == PlanStep.Action.CREATE
        && !ObjectKinds.isNamed(write.key.kind())
        && !answer.id.isEmpty();
    if (hasNewId) {
      created.accept(answer.id);
    }
    String what = write.action == PlanStep.Action.DELETE
        ? "the deletion of " + write.key
        : write.key.toString();
    return ReadBack.of(
        sent,
        what,
        () -> hasNewId
            ? WriteOutcome.ofCreated(write, answer.id, objects)
            : WriteOutcome.of(write, objects));
  }

  /**
   * Runs work while no other thread edits the object through the same client.
   *
   * @param id the id of the object; empty for an object that will be created
   */
  <T> T alone(ObjectKey key, String id, Supplier<T> work) {
    String name = ObjectKinds.isNamed(key.kind()) ? key.name() : id;
    return name.isEmpty()
        ? work.get()
        : GuardedEdit.alone(WriteRequests.call(xray, PlanStep.Action.UPDATE, key, name), work);
  }

  /** The text with credentials hidden. */
  String redact(String text) {
    return xray.redact(text);
  }

  private Answer answer(ObjectWrite write, ApiCall<Answer> sent) {
    try {
      return VerifiedWrite.send(sent, () -> look(write));
    } catch (XrayApiException e) {
      return storedDespiteError(write, e);
    }
  }

  private WriteVerification<Answer> look(ObjectWrite write) {
    WriteOutcome outcome = WriteOutcome.of(write, objects);
    switch (outcome.found) {
      case MADE:
        return WriteVerification.applied(Answer.of(outcome));
      case NOT_MADE:
        return WriteVerification.unchanged();
      default:
        return WriteVerification.changed(
            write.before.map(StoredObject::received).orElse(null),
            outcome.now.map(StoredObject::received).orElse(null),
            outcome.now.map(write::differences).orElse(List.of()));
    }
  }

  /**
   * A write that was refused may be in effect nevertheless. Some servers store a policy or a watch
   * and answer 500, because they then fail to update which downloads they block. If two applies of
   * a plan send the same write, the second is answered with 409 if it creates an object, and with
   * 404 if it deletes one.
   */
  private Answer storedDespiteError(ObjectWrite write, XrayApiException refusal) {
    if (mayBeInEffect(write, refusal.statusCode())) {
      WriteOutcome outcome = WriteOutcome.of(write, objects);
      if (outcome.isMade()) {
        return Answer.of(outcome);
      }
    }
    throw refusal;
  }

  private static boolean mayBeInEffect(ObjectWrite write, int status) {
    switch (write.action) {
      case CREATE:
        return status == 500 || status == 409;
      case DELETE:
        return status == 500 || status == 404;
      default:
        return status == 500;
    }
  }

  /**
   * The answer to a write: the id of a new object if it contains one, or the outcome that was
   * looked up.
   */
  private static final class Answer {
    private final String id;
    private final Optional<WriteOutcome> outcome;

    private Answer(String id, Optional<WriteOutcome> outcome) {
      this.id = id;
      this.outcome = outcome;
    }

    static Answer of(WriteOutcome outcome) {
      return new Answer("", Optional.of(outcome));
    }

    static Answer of(ApiResponse response) throws IOException {
      if (response.body().length == 0 || response.text().stripLeading().startsWith("<")) {
        return new Answer("", Optional.empty());
      }
      JsonNode answer;
      try {
        answer = Json.MAPPER.readTree(response.body());
      } catch (JsonProcessingException unreadable) {
        return new Answer("", Optional.empty()); // the object is looked up instead
      }
      Matcher sentence = ID_IN_SENTENCE.matcher(answer.path("info").asText());
      String idInSentence = sentence.find() ? sentence.group(1) : "";
      return new Answer(answer.path("id").asText(idInSentence), Optional.empty());
    }
  }
}
