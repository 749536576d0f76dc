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
 * Objects that are addressed by name and maybe by project, and whose writes answer with a sentence:
 * policies and watches. Immutable and thread-safe.
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
   * The objects under a path, such as {@code /xray/api/v2/policies}.
   *
   * @param projectOf the project's key that an object names, or an empty text
   * @param comparison how two objects are compared
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

  /** These objects in one project. */
  public NamedObjects<T> inProject(String key) {
    return new NamedObjects<>(
        xray, path, type, list, projectOf, comparison, Arguments.checked("projectKey", key));
  }

  /** A call to another endpoint with the project's key, if there is one. */
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    ApiCall<ApiResponse> call = xray.call(method, path, arguments);
    return projectKey == null ? call : call.query("projectKey", projectKey);
  }

  /** Hides credentials in a text with names from the server, so that a message can hold it. */
  public String redact(String text) {
    return xray.redact(text);
  }

  /** The call on the object of this name. */
  public ApiCall<ApiResponse> one(String method, String name) {
    return call(method, path + "/{name}", name);
  }

  /** All of them. */
  public List<T> list() {
    return call("GET", path).decodedBy(list).send();
  }

  /** The one of this name; older servers wrap it in a list. */
  public T get(String name) {
    ApiCall<Optional<T>> get = one("GET", name).decodedBy(this::read);
    return get.send().orElseThrow(() -> missing(name, "the server answered an empty list"));
  }

  /**
   * The one of this name in this project. Servers may give a global one of the name if the project
   * has none, which is not what a write is meant for.
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
   * These objects in the project of the given one, so that a write cannot change another one of its
   * name. An object that names no project is global.
   *
   * @throws IllegalArgumentException if these are the objects of one project, and it is not in that
   */
  public NamedObjects<T> inProjectOf(String name, T object) {
    String key = projectOf.apply(object);
    if (isOwn(object)) {
      return key.isEmpty() ? this : inProject(key);
    }
    String service = path.substring(path.lastIndexOf('/') + 1) + "()";
    throw new IllegalArgumentException(
        redact(kind() + " \"" + name + "\" is " + owner(object) + ", not in project \"" + projectKey
            + "\"; use " + service + (key.isEmpty() ? "" : ".inProject(\"" + key + "\")")));
  }

  /** The object of this name, or nothing; some servers answer 400 or 500 if there is none. */
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

  /** Creates an object and reads it. */
  public T create(String name, Object draft) {
    ApiCall<Optional<T>> post =
        call("POST", path).body(draft).decodedBy(response -> Optional.<T>empty());
    try {
      Optional<T> found = VerifiedWrite.send(post, () -> lookForNew(name, draft));
      return found.orElseGet(() -> readBack(post, name));
    } catch (XrayApiException e) {
      throw saysReload(e)
          ? ErrorAccess.get()
              .explained(e, "it is probably stored: read it before you create it again")
          : e;
    }
  }

  /**
   * Replaces an object, reads it, and compares it with what was asked for. Other edits of the object
   * by this client wait until that is done.
   *
   * @param before the object that the update was made from, which says to which project it belongs
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
            "It is probably stored, but may not be enforced yet: " + e.getMessage()));
      }
      UpdateResult<T> result = UpdateOutcome.sent(
          now, ChangedField.redacted(put, comparison.between(update, now)), List.of());
      return UpdateOutcome.withNotes(result, notes);
    });
  }

  /** Reads an object, changes it, and writes it if nobody else changed it meanwhile. */
  public <U> UpdateResult<T> edit(
      String name, Function<T, U> change, Function<U, UpdateResult<T>> write, Retry retry) {
    return GuardedEdit.edit(one("PUT", name), () -> getOwn(name), change, comparison, write, retry);
  }

  /** Deletes an object; one that is gone already is a 404, unless this call deleted it before. */
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
      throw new IOException("no object, but " + root.getNodeType());
    }
    return Optional.of(Json.MAPPER.treeToValue(object, type));
  }

  private static boolean saysMissing(XrayApiException e) {
    return says(e, "not found") || says(e, "does not exist");
  }

  private static boolean saysReload(XrayApiException e) {
    return e.statusCode() == 500 && says(e, RELOAD);
  }

  private static boolean says(XrayApiException e, String words) {
    return e.messages().stream()
        .anyMatch(message -> message.toLowerCase(Locale.ROOT).contains(words));
  }
}
