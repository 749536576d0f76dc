package io.github.xrayclient.curation.internal.condition;

import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionQuery;
import io.github.xrayclient.curation.condition.ConditionTemplate;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.condition.Conditions;
import io.github.xrayclient.curation.internal.call.ByNameOrId;
import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.internal.call.RefusalHints;
import io.github.xrayclient.curation.internal.call.UniqueByName;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.GuardedEdit;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.UpdateOutcome;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads and writes conditions by the REST API. */
public final class ConditionService implements Conditions {
  private static final String PATH = "/xray/api/v1/curation/conditions";

  private static final String ONE = PATH + "/{condition_id}";
  private static final ListDecoder<ConditionTemplate> TEMPLATES =
      new ListDecoder<>(ConditionTemplate.class, "condition_templates");

  private static final ContentComparison COMPARISON = new ConditionComparison();

  private final ApiCalls xray;
  private final ByNameOrId<Condition> search;

  public ConditionService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.search =
        new ByNameOrId<>(xray, PATH, "condition", id -> get(ConditionId.of(id)), this::findByName);
  }

  @Override
  public ConditionQuery list() {
    return ConditionListing.of(xray, PATH);
  }

  @Override
  public Condition get(ConditionId id) {
    return call("GET", ONE, Arguments.id("id", id)).readAs(Condition.class).send();
  }

  @Override
  public Optional<Condition> find(ConditionId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  @Override
  public Condition get(NameOrId condition) {
    return search.get("condition", condition);
  }

  @Override
  public Optional<Condition> find(NameOrId condition) {
    return search.find("condition", condition);
  }

  @Override
  public Optional<Condition> findByName(String name) {
    Arguments.text("name", name);
    return UniqueByName.only(
        xray.call("GET", PATH).query("name", name),
        "conditions",
        name,
        ConditionListing.of(xray, PATH).strict().name(name).stream()
            .filter(condition -> condition.name().filter(name::equals).isPresent())
            .collect(Collectors.toList()),
        Condition::id);
  }

  @Override
  public Condition create(ConditionDraft draft) {
    Objects.requireNonNull(draft, "draft");
    ApiCall<Condition> post = call("POST", PATH).body(draft).readAs(Condition.class);
    return ReadBack.ofAnswer(post, "the condition", () -> RefusalHints.with(post::send));
  }

  @Override
  public UpdateResult<Condition> update(ConditionUpdate update) {
    ConditionId id = Objects.requireNonNull(update, "update").base().id();
    ApiCall<Optional<Condition>> put = call("PUT", ONE, id)
        .body(update)
        .decodedBy(response -> ReadBack.inAnswer(response, Condition.class));
    return GuardedEdit.alone(put, () -> {
      Condition now = ReadBack.ofAnswer(
              put,
              "condition " + id,
              () -> RefusalHints.with(() -> VerifiedWrite.send(
                  put, () -> COMPARISON.outcome(update, update.base(), get(id)))))
          .orElseGet(() -> ReadBack.of(put, "condition " + id, () -> get(id)));
      return UpdateOutcome.sent(
          now, ChangedField.redacted(put, COMPARISON.between(update, now)), List.of());
    });
  }

  @Override
  public UpdateResult<Condition> edit(
      ConditionId id, Consumer<ConditionUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    return GuardedEdit.edit(
        call("PUT", ONE, Arguments.id("id", id)),
        () -> get(id),
        condition -> {
          ConditionUpdate.Builder update = ConditionUpdate.of(condition);
          change.accept(update);
          return update.build();
        },
        COMPARISON,
        this::update,
        retry);
  }

  @Override
  public void delete(ConditionId id) {
    ApiCall<Boolean> delete =
        call("DELETE", ONE, Arguments.id("id", id)).decodedBy(AnySuccess::read);
    RefusalHints.with(() -> VerifiedWrite.send(
        delete,
        () -> find(id).isPresent()
            ? WriteVerification.unchanged()
            : WriteVerification.applied(true)));
  }

  @Override
  public List<ConditionTemplate> templates() {
    return call("GET", "/xray/api/v1/curation/condition_templates")
        .decodedBy(TEMPLATES)
        .send();
  }

  private ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    return xray.call(method, path, arguments).since(CurationApi.SINCE);
  }
}
