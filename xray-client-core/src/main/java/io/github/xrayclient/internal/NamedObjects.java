package io.github.xrayclient.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  private final @Nullable String projectKey;

  private NamedObjects(
      ApiCalls xray, String path, Class<T> type, ListDecoder<T> list, @Nullable String projectKey) {
    this.xray = xray;
    this.path = path;
    this.type = type;
    this.list = list;
    this.projectKey = projectKey;
  }

  /** The objects under a path, such as {@code /xray/api/v2/policies}. */
  public static <T> NamedObjects<T> of(
      ApiCalls xray, String path, Class<T> type, ListDecoder<T> list) {
    return new NamedObjects<>(xray, path, type, list, null);
  }

  /** The same in one project. */
  public NamedObjects<T> inProject(String key) {
    return new NamedObjects<>(xray, path, type, list, Text.checked("projectKey", key));
  }

  /** A call to another endpoint with the project's key, if there is one. */
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    ApiCall<ApiResponse> call = xray.call(method, path, arguments);
    return projectKey == null ? call : call.query("projectKey", projectKey);
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
    return one("GET", name).decodedBy(this::read).send();
  }

  /** The same, or nothing; some servers answer 400 or 500 for what is not there. */
  public Optional<T> find(String name) {
    try {
      return Optional.of(get(name));
    } catch (XrayApiException e) {
      boolean missing = e.statusCode() == 404
          || MAYBE_MISSING.contains(e.statusCode())
              && e.messages().stream().anyMatch(NamedObjects::saysMissing);
      if (!missing) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Creates an object and reads it.
   *
   * @param isIt whether an object of this name is the one that was to be created
   */
  public T create(String name, Object draft, Predicate<T> isIt) {
    ApiCall<Optional<T>> post =
        call("POST", path).body(draft).decodedBy(response -> Optional.<T>empty());
    Optional<T> found = SureWrite.send(
        post,
        () -> find(name)
            .map(now -> isIt.test(now)
                ? Finding.applied(Optional.of(now))
                : Finding.<Optional<T>>changed(draft, now))
            .orElseGet(Finding::unchanged));
    return found.orElseGet(() -> readBack(post, name));
  }

  /**
   * Replaces an object and reads it.
   *
   * @param before the object that the update was made from
   * @param isIt whether an object is as the update wants it
   */
  public Stored<T> update(String name, Object update, T before, Predicate<T> isIt) {
    ApiCall<Optional<T>> put =
        one("PUT", name).body(update).decodedBy(response -> Optional.<T>empty());
    try {
      Optional<T> found = SureWrite.send(put, () -> look(name, before, isIt));
      return new Stored<>(found.orElseGet(() -> readBack(put, name)), Optional.empty());
    } catch (XrayApiException e) {
      if (e.statusCode() != 500 || e.messages().stream().noneMatch(NamedObjects::saysReload)) {
        throw e;
      }
      return new Stored<>(readBack(put, name), Optional.of(e.getMessage()));
    }
  }

  /** Deletes an object; one that is gone already is a 404, unless this call deleted it before. */
  public void delete(String name) {
    ApiCall<Boolean> delete = one("DELETE", name).decodedBy(response -> true);
    SureWrite.send(
        delete, () -> find(name).isPresent() ? Finding.unchanged() : Finding.applied(true));
  }

  private Finding<Optional<T>> look(String name, T before, Predicate<T> isIt) {
    T now = get(name);
    if (isIt.test(now)) {
      return Finding.applied(Optional.of(now));
    }
    return now.equals(before) ? Finding.unchanged() : Finding.changed(before, now);
  }

  private T readBack(ApiCall<?> write, String name) {
    try {
      return get(name);
    } catch (XrayException e) {
      throw new XrayDecodeException(
          write.request().method(),
          write.request().uri(),
          "it was stored, but could not be read back: " + e.getMessage(),
          "$",
          "",
          e);
    }
  }

  private T read(ApiResponse response) throws IOException {
    JsonNode root = Json.MAPPER.readTree(response.body());
    JsonNode object = root.isArray() && root.size() == 1 ? root.get(0) : root;
    if (!object.isObject()) {
      throw new IOException("no object, but " + root.getNodeType());
    }
    return Json.MAPPER.treeToValue(object, type);
  }

  private static boolean saysMissing(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    return words.contains("not found") || words.contains("does not exist");
  }

  private static boolean saysReload(String message) {
    return message.toLowerCase(Locale.ROOT).contains(RELOAD);
  }

  /** An object after its update, and what the server complained of though it stored it. */
  public static final class Stored<T> {
    private final T value;
    private final Optional<String> complaint;

    private Stored(T value, Optional<String> complaint) {
      this.value = value;
      this.complaint = complaint;
    }

    /** The object as the server has it now. */
    public T value() {
      return value;
    }

    /** A sentence for the result's notes. */
    public Optional<String> note() {
      return complaint.map(words -> "It is probably stored, but may not be enforced yet: " + words);
    }
  }
}
