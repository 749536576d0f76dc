package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.json.ValueReader;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Policies or watches: objects with a name and maybe a project, whose writes are answered with a
 * sentence instead of the object. Immutable and thread-safe.
 */
public final class NamedObjects<T> {
  private static final Set<Integer> MAYBE_MISSING = Set.of(400, 404, 500);
  private static final String RELOAD = "failed to reload block download cache";

  private final ApiCalls xray;
  private final String path;
  private final Class<T> type;
  private final ListDecoder<T> list;
  private final Function<T, String> projectOf;
  private final ContentComparison comparison;
  private final @Nullable String projectKey;

  private NamedObjects(
      ApiCalls xray,
      String path,
      Class<T> type,
      ListDecoder<T> list,
      Function<T, String> projectOf,
      ContentComparison comparison,
      @Nullable String projectKey) {
    this.xray = xray;
    this.path = path;
    this.type = type;
    this.list = list;
    this.projectOf = projectOf;
    this.comparison = comparison;
    this.projectKey = projectKey;
  }

  /**
   * Creates the objects below a path, such as {@code /xray/api/v2/policies}.
   *
   * @param projectOf returns the project key in an object, or an empty text
   * @param comparison compares two objects
   */
  public static <T> NamedObjects<T> of(
      ApiCalls xray,
      String path,
      Class<T> type,
      ListDecoder<T> list,
      Function<T, String> projectOf,
      ContentComparison comparison) {
    return new NamedObjects<>(xray, path, type, list, projectOf, comparison, null);
  }

  /** Returns the objects of one project. */
  public NamedObjects<T> inProject(String key) {
    return new NamedObjects<>(
        xray, path, type, list, projectOf, comparison, Arguments.checked("key", key));
  }

  /** Prepares a call of another endpoint, with the project key if there is one. */
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    ApiCall<ApiResponse> call = xray.call(method, path, arguments);
    return projectKey == null ? call : call.query("projectKey", projectKey);
  }

  /** Hides credentials in a text that contains names from the server. */
  public String redact(String text) {
    return xray.redact(text);
  }

  /** Prepares a call on the object with this name. */
  public ApiCall<ApiResponse> one(String method, String name) {
    return call(method, path + "/{name}", Arguments.name("name", name));
  }

  /** Returns all objects. */
  public List<T> list() {
    return call("GET", path).decodedBy(list).send();
  }

  /** Returns the object with this name; older servers return a list with it. */
  public T get(String name) {
    ApiCall<Optional<T>> get = one("GET", name).decodedBy(this::read);
    return get.send().orElseThrow(() -> missing(name, "the server answered with an empty list"));
  }

  /**
   * Returns the object with this name in this project. A server may return a global object if the
   * project has none of this name; a write must not change that.
   */
  public T getOwn(String name) {
    T found = get(name);
    if (!isOwn(found)) {
      throw missing(
          name, "the server answered with the " + kind() + " of this name that is " + owner(found));
    }
    return found;
  }

  /**
   * Returns the objects in the project of the given object, so that a write cannot change another
   * object of the same name. An object without a project is global.
   *
   * @throws IllegalArgumentException if this service is for another project
   */
  public NamedObjects<T> inProjectOf(String name, T object) {
    String key = projectOf.apply(object);
    if (isOwn(object)) {
      return key.isEmpty() ? this : inProject(key);
    }
    String service = path.substring(path.lastIndexOf('/') + 1) + "()";
    throw new RemediableArgumentException(
        redact(kind() + " \"" + name + "\" is " + owner(object) + ", not in project \"" + projectKey
            + "\""),
        Remedy.of(
            Remedy.Kind.USE_PROJECT,
            redact("use " + service + (key.isEmpty() ? "" : ".inProject(\"" + key + "\")")),
            key.isEmpty() ? List.of() : List.of(redact(key))));
  }

  /**
   * Returns the object with this name, or nothing; some servers answer 400 or 500 if there is none.
   */
  public Optional<T> find(String name) {
    try {
      return Optional.of(get(name));
    } catch (XrayApiException e) {
      if (e.statusCode() == 404 || (MAYBE_MISSING.contains(e.statusCode()) && saysMissing(e))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Creates an object and reads it back. */
  public T create(String name, Object draft) {
    ApiCall<Optional<T>> post =
        call("POST", path).body(draft).decodedBy(response -> Optional.<T>empty());
    try {
      Optional<T> found = VerifiedWrite.send(post, () -> lookForNew(name, draft));
      return found.orElseGet(() -> readBack(post, name));
    } catch (XrayApiException e) {
      throw saysReload(e)
          ? ErrorAccess.get()
              .explained(e, "the object is probably stored, so read it before you create it again")
          : e;
    }
  }

  /**
   * Replaces an object, reads it back, and compares it with the update. Other edits of the object
   * by this client wait until this is done.
   *
   * @param before the object that the update was created from, which names its project
   */
  public UpdateResult<T> update(String name, Object update, T before) {
    return inProjectOf(name, before).replace(name, update, before);
  }

  private UpdateResult<T> replace(String name, Object update, T before) {
    ApiCall<Optional<T>> put =
        one("PUT", name).body(update).decodedBy(response -> Optional.<T>empty());
    return GuardedEdit.alone(put, () -> {
      List<UpdateNote> notes = new ArrayList<>();
      T now;
      try {
        now = VerifiedWrite.send(put, () -> comparison.outcome(update, before, getOwn(name)))
            .orElseGet(() -> readBack(put, name));
      } catch (XrayApiException e) {
        if (!saysReload(e)) {
          throw e;
        }
        now = readBack(put, name);
        notes.add(NoteOfUpdate.of(
            UpdateNote.Kind.MAY_NOT_BE_ENFORCED,
            List.of(),
            "The update is probably stored, but may not be enforced yet: " + e.getMessage()));
      }
      UpdateResult<T> result = UpdateOutcome.sent(
          now, ChangedField.redacted(put, comparison.between(update, now)), List.of());
      return UpdateOutcome.withNotes(result, notes);
    });
  }

  /**
   * Reads an object, applies a change, and writes the object if nobody else changed it meanwhile.
   */
  public <U> UpdateResult<T> edit(
      String name, Function<T, U> change, Function<U, UpdateResult<T>> write, Retry retry) {
    return GuardedEdit.edit(one("PUT", name), () -> getOwn(name), change, comparison, write, retry);
  }

  /**
   * Deletes an object. If the object does not exist, this is a 404, unless this call itself deleted
   * it before.
   */
  public void delete(String name) {
    ApiCall<Boolean> delete = one("DELETE", name).decodedBy(AnySuccess::read);
    VerifiedWrite.send(
        delete,
        () -> findOwn(name).isPresent()
            ? WriteVerification.unchanged()
            : WriteVerification.applied(true));
  }

  private WriteVerification<Optional<T>> lookForNew(String name, Object draft) {
    Optional<T> now = findOwn(name);
    return now.isPresent()
        ? comparison.outcome(draft, null, now.get())
        : WriteVerification.unchanged();
  }

  private Optional<T> findOwn(String name) {
    return find(name).filter(this::isOwn);
  }

  private boolean isOwn(T object) {
    return projectKey == null || projectOf.apply(object).equals(projectKey);
  }

  private String owner(T object) {
    String key = projectOf.apply(object);
    return key.isEmpty() ? "global" : "in project \"" + key + "\"";
  }

  private String kind() {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private RuntimeException missing(String name, String reason) {
    return ErrorAccess.get()
        .errorOf(new ErrorAnswer("GET", RedactedByCall.address(one("GET", name)), 404)
            .reason(redact(reason)));
  }

  /** Creates the exception for an object that is not in the list of all objects. */
  public RuntimeException missingInList(String sentence) {
    return ErrorAccess.get()
        .errorOf(new ErrorAnswer("GET", RedactedByCall.address(call("GET", path)), 404)
            .sentence(redact(sentence)));
  }

  private T readBack(ApiCall<?> write, String name) {
    return ReadBack.of(write, kind() + " \"" + name + "\"", () -> get(name));
  }

  private Optional<T> read(ApiResponse response) throws IOException {
    JsonNode root = Json.STRICT.readTree(Json.checkedObject(response.body()));
    if (root.isArray() && root.isEmpty()) {
      return Optional.empty();
    }
    JsonNode object = root.isArray() && root.size() == 1 ? root.get(0) : root;
    if (!object.isObject()) {
      throw new IOException("the answer is not an object but " + root.getNodeType());
    }
    return Optional.of(ValueReader.of(type).read(object));
  }

  private static boolean saysMissing(XrayApiException e) {
    return mentions(e, "not found") || mentions(e, "does not exist");
  }

  private static boolean saysReload(XrayApiException e) {
    return e.statusCode() == 500 && mentions(e, RELOAD);
  }

  private static boolean mentions(XrayApiException e, String words) {
    return e.messages().stream()
        .anyMatch(message -> message.toLowerCase(Locale.ROOT).contains(words));
  }
}
