package io.github.xrayclient.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private final Function<T, String> projectOf;
  private final @Nullable String projectKey;

  private NamedObjects(
      ApiCalls xray,
      String path,
      Class<T> type,
      ListDecoder<T> list,
      Function<T, String> projectOf,
      @Nullable String projectKey) {
    this.xray = xray;
    this.path = path;
    this.type = type;
    this.list = list;
    this.projectOf = projectOf;
    this.projectKey = projectKey;
  }

  /**
   * The objects under a path, such as {@code /xray/api/v2/policies}.
   *
   * @param projectOf the project's key that an object names, or an empty text
   */
  public static <T> NamedObjects<T> of(
      ApiCalls xray,
      String path,
      Class<T> type,
      ListDecoder<T> list,
      Function<T, String> projectOf) {
    return new NamedObjects<>(xray, path, type, list, projectOf, null);
  }

  /** The same in one project. */
  public NamedObjects<T> inProject(String key) {
    return new NamedObjects<>(xray, path, type, list, projectOf, Text.checked("projectKey", key));
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
    ApiCall<Optional<T>> get = one("GET", name).decodedBy(this::read);
    return get.send()
        .orElseThrow(() -> XrayNotFoundException.of(
            "GET", get.request().uri(), "the server answered an empty list"));
  }

  /** The same, or nothing; some servers answer 400 or 500 for what is not there. */
  public Optional<T> find(String name) {
    try {
      return Optional.of(get(name));
    } catch (XrayApiException e) {
      if (e.statusCode() == 404 || MAYBE_MISSING.contains(e.statusCode()) && saysMissing(e)) {
        return Optional.empty();
      }
      throw e;
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
    try {
      Optional<T> found = SureWrite.send(post, () -> lookForNew(name, draft, isIt));
      return found.orElseGet(() -> readBack(post, name));
    } catch (XrayApiException e) {
      throw saysReload(e)
          ? e.explained("it is probably stored: read it before you create it again")
          : e;
    }
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
      if (!saysReload(e)) {
        throw e;
      }
      return new Stored<>(readBack(put, name), Optional.of(e.getMessage()));
    }
  }

  /** Deletes an object; one that is gone already is a 404, unless this call deleted it before. */
  public void delete(String name) {
    ApiCall<Boolean> delete = one("DELETE", name).decodedBy(Done::read);
    SureWrite.send(
        delete, () -> findOwn(name).isPresent() ? Finding.unchanged() : Finding.applied(true));
  }

  private Finding<Optional<T>> lookForNew(String name, Object draft, Predicate<T> isIt) {
    Optional<T> now = findOwn(name);
    if (now.isEmpty()) {
      return Finding.unchanged();
    }
    return isIt.test(now.get()) ? Finding.applied(now) : Finding.changed(draft, now.get());
  }

  private Finding<Optional<T>> look(String name, T before, Predicate<T> isIt) {
    T now = get(name);
    if (isIt.test(now)) {
      return Finding.applied(Optional.of(now));
    }
    return now.equals(before) ? Finding.unchanged() : Finding.changed(before, now);
  }

  /** The one of this name in this project; a server may give a global one of the name instead. */
  private Optional<T> findOwn(String name) {
    return find(name)
        .filter(found -> projectKey == null || projectOf.apply(found).equals(projectKey));
  }

  private T readBack(ApiCall<?> write, String name) {
    return ReadBack.of(write, "it was stored", () -> get(name));
  }

  private Optional<T> read(ApiResponse response) throws IOException {
    JsonNode root = Json.MAPPER.readTree(response.body());
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
