package io.github.xrayclient.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.watch.WatchService;
import io.github.xrayclient.internal.write.NamedObjects;
import io.github.xrayclient.internal.write.UpdateOutcome;
import io.github.xrayclient.policy.Assignment;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.Watches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads and writes policies by the REST API. */
public final class PolicyService implements Policies {
  private static final int NAMES_IN_MESSAGE = 20;
  private static final ListDecoder<Policy> LIST = new ListDecoder<>(Policy.class, "policies");

  private final NamedObjects<Policy> objects;
  private final Watches watches;
  private final PolicyAssignments assignments;

  public PolicyService(ApiCalls xray) {
    this(
        NamedObjects.of(
            xray,
            "/xray/api/v2/policies",
            Policy.class,
            LIST,
            policy -> NonBlank.text(policy.projectKey()).orElse(""),
            new PolicyComparison()),
        new WatchService(xray));
  }

  private PolicyService(NamedObjects<Policy> objects, Watches watches) {
    this.objects = objects;
    this.watches = watches;
    this.assignments = new PolicyAssignments(this, watches);
  }

  @Override
  public Policies inProject(String key) {
    return new PolicyService(objects.inProject(key), watches);
  }

  @Override
  public List<Policy> list() {
    return objects.list();
  }

  @Override
  public Policy get(String name) {
    return objects.get(name);
  }

  @Override
  public Optional<Policy> find(String name) {
    return objects.find(name);
  }

  @Override
  public Policy create(PolicyDraft draft) {
    return objects.create(Objects.requireNonNull(draft, "draft").name(), draft);
  }

  @Override
  public UpdateResult<Policy> update(PolicyUpdate update) {
    Objects.requireNonNull(update, "update");
    return UpdateOutcome.withNotes(
        objects.update(update.base().name(), update, update.base()),
        FailPullRequestNotes.of(update));
  }

  @Override
  public UpdateResult<Policy> edit(
      String name, Consumer<PolicyUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    return objects.edit(
        name,
        policy -> {
          PolicyUpdate.Builder update = PolicyUpdate.of(policy);
          change.accept(update);
          return update.build();
        },
        this::update,
        retry);
  }

  @Override
  public void delete(String name) {
    delete(objects, name);
  }

  private void delete(NamedObjects<Policy> owner, String name) {
    try {
      owner.delete(name);
    } catch (XrayBadRequestException e) {
      if (e.messages().stream().noneMatch(words -> words.contains("assigned"))) {
        throw e;
      }
      throw ErrorAccess.get()
          .explained(
              e,
              "it is assigned to " + owner.redact(namesOfWatches(owner, name, e))
                  + "; remove it from them first, or call deleteAndUnassign");
    }
  }

  /**
   * The first names of the watches. If they cannot be read, the refusal of the server is still
   * reported, without them.
   */
  private String namesOfWatches(
      NamedObjects<Policy> owner, String name, XrayBadRequestException refusal) {
    try {
      List<String> names = assignments.watchesOf(owner.getOwn(name));
      int more = names.size() - NAMES_IN_MESSAGE;
      return "the watches " + names.stream().limit(NAMES_IN_MESSAGE).collect(Collectors.toList())
          + (more > 0 ? " and " + more + " more" : "");
    } catch (XrayException notReadable) {
      refusal.addSuppressed(notReadable);
      return "watches whose names could not be read";
    }
  }

  @Override
  public List<String> deleteAndUnassign(String name) {
    Policy policy = objects.getOwn(name);
    List<String> names = assignments.unassign(policy);
    delete(objects.inProjectOf(name, policy), name);
    return names;
  }

  @Override
  public List<Assignment> assign(String name, Collection<String> watches) {
    List<String> names = Arguments.some("watches", Arguments.checkedAll("watches", watches));
    return objects
        .call("POST", "/xray/api/v1/policies/{name}/assign", Arguments.name("name", name))
        .body(Map.of("watches", names))
        .decodedBy(PolicyService::assignments)
        .send();
  }

  private static List<Assignment> assignments(ApiResponse response) throws IOException {
    JsonNode result = Json.MAPPER.readTree(response.body()).path("result");
    List<Assignment> assignments = new ArrayList<>();
    for (Map.Entry<String, JsonNode> watch : result.properties()) {
      if (!watch.getValue().isTextual()) {
        throw new IOException("the result of watch \"" + watch.getKey() + "\" is not a string");
      }
      assignments.add(WatchAssignment.of(watch.getKey(), watch.getValue().asText()));
    }
    if (assignments.isEmpty()) {
      throw new IOException("result is missing or empty");
    }
    return assignments;
  }
}
