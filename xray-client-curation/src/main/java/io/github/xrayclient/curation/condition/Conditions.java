package io.github.xrayclient.curation.condition;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.internal.call.RefusalHints;
import io.github.xrayclient.curation.internal.call.UniqueByName;
import io.github.xrayclient.curation.internal.condition.ConditionListing;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.write.GuardedEdit;
import io.github.xrayclient.internal.write.LookResult;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists and edits conditions. {@code Curation.conditions()} returns it. Immutable and thread-safe. */
public final class Conditions {
  private static final String PATH = "/xray/api/v1/curation/conditions";

  private static final String ONE = PATH + "/{condition_id}";
  private static final ListDecoder<ConditionTemplate> TEMPLATES =
      new ListDecoder<>(ConditionTemplate.class, "condition_templates");

  private final ApiCalls xray;

  /** The conditions on the platform of this client. */
  public Conditions(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /** All conditions, built-in ones too, to filter and walk. */
  public ConditionQuery list() {
    return ConditionListing.of(xray, PATH);
  }

  /**
   * One condition.
   *
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Get Condition"
   */
  public Condition get(ConditionId id) {
    return call("GET", ONE, id).as(Condition.class).send();
  }

  /** One condition, or nothing if no condition has this id. */
  public Optional<Condition> find(ConditionId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  /**
   * The condition of exactly this name, or nothing. Ids of built-in conditions differ between servers,
   * so look them up by name.
   *
   * @throws IllegalStateException if several conditions have this name; the message names their ids
   */
  public Optional<Condition> findByName(String name) {
    return UniqueByName.only(
        "conditions",
        name,
        ConditionListing.of(xray, PATH).strict().name(name).stream()
            .filter(condition -> condition.name().filter(name::equals).isPresent())
            .collect(Collectors.toList()),
        Condition::id);
  }

  /**
   * Creates a custom condition.
   *
   * @throws XrayBadRequestException if the server refuses a value; the message says which
   * @throws XrayReadBackException if the condition was created, but the server's answer cannot be read
   * @see "JFrog REST APIs: Create Condition"
   */
  public Condition create(ConditionDraft draft) {
    ApiCall<Condition> post = call("POST", PATH).body(draft).as(Condition.class);
    return ReadBack.ofAnswer(post, "the condition", () -> RefusalHints.with(post::send));
  }

  /**
   * Replaces name and parameters of a custom condition.
   *
   * @throws XrayBadRequestException if the condition is built in, or the server refuses a value
   * @throws XrayNotFoundException if no condition has this id
   * @throws XrayReadBackException if the condition was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Condition"
   */
  public Condition update(ConditionId id, ConditionDraft content) {
    ApiCall<Optional<Condition>> put = call("PUT", ONE, id)
        .body(content)
        .decodedBy(response -> ReadBack.inAnswer(response, Condition.class));
    return GuardedEdit.alone(
        put,
        () -> ReadBack.ofAnswer(
                put,
                "condition " + id,
                () -> RefusalHints.with(() -> VerifiedWrite.send(put, () -> look(id, content))))
            .orElseGet(() -> ReadBack.of(put, "condition " + id, () -> get(id))));
  }

  /** A replacement by the same content may be repeated. */
  private LookResult<Optional<Condition>> look(ConditionId id, ConditionDraft content) {
    Condition now = get(id);
    return content.isContentOf(now) ? LookResult.applied(Optional.of(now)) : LookResult.unchanged();
  }

  /**
   * Deletes a custom condition.
   *
   * @throws XrayBadRequestException if it is built in, or a policy applies it
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Delete Condition"
   */
  public void delete(ConditionId id) {
    ApiCall<Boolean> delete = call("DELETE", ONE, id).decodedBy(AnySuccess::read);
    RefusalHints.with(() -> VerifiedWrite.send(
        delete, () -> find(id).isPresent() ? LookResult.unchanged() : LookResult.applied(true)));
  }

  /**
   * The forms of which conditions can be made; they depend on the server.
   *
   * @see "JFrog REST APIs: List Condition Templates"
   */
  public List<ConditionTemplate> templates() {
    return call("GET", "/xray/api/v1/curation/condition_templates")
        .decodedBy(TEMPLATES)
        .send();
  }

  private ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    return xray.call(method, path, arguments).since(CurationApi.SINCE);
  }
}
