package io.github.xrayclient.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.write.NamedObjects;
import io.github.xrayclient.internal.write.PolicyFields;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.UpdateOutcome;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Xray policies, as {@code XrayClient.policies()} gives them. Immutable and thread-safe. */
public final class Policies {
  private static final int NAMES_IN_MESSAGE = 20;
  private static final ListDecoder<Policy> LIST = new ListDecoder<>(Policy.class, "policies");
  private final NamedObjects<Policy> objects;
  private final BiFunction<Policy, Set<String>, List<String>> watchesOf;
  private final BiFunction<Policy, Set<String>, List<String>> unassign;

  /**
   * The policies that a client sees. Watches know policies, and not the other way round, so what is
   * needed of watches is given. Each function takes a policy and the projects that have a policy of
   * their own of its name, which is the one that their watches mean.
   *
   * @param watchesOf returns the names of the watches that a policy is assigned to
   * @param unassign takes a policy off these watches, and returns their names
   */
  public Policies(
      ApiCalls xray,
      BiFunction<Policy, Set<String>, List<String>> watchesOf,
      BiFunction<Policy, Set<String>, List<String>> unassign) {
    this(
        NamedObjects.of(
            xray,
            "/xray/api/v2/policies",
            Policy.class,
            LIST,
            policy -> policy.projectKey().orElse(""),
            Policies::differences),
        watchesOf,
        unassign);
  }

  private Policies(
      NamedObjects<Policy> objects,
      BiFunction<Policy, Set<String>, List<String>> watchesOf,
      BiFunction<Policy, Set<String>, List<String>> unassign) {
    this.objects = objects;
    this.watchesOf = Objects.requireNonNull(watchesOf, "watchesOf");
    this.unassign = Objects.requireNonNull(unassign, "unassign");
  }

  /**
   * This service for one project: its policies and the global ones.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Policies inProject(String key) {
    return new Policies(objects.inProject(key), watchesOf, unassign);
  }

  /**
   * All policies, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets policies of projects; {@link Policy#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the right to read policies
   * @see "JFrog REST APIs: Get Policies"
   */
  public List<Policy> list() {
    return objects.list();
  }

  /**
   * One policy.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Get Policy"
   */
  public Policy get(String name) {
    return objects.get(name);
  }

  /** One policy, or nothing if there is none of this name. */
  public Optional<Policy> find(String name) {
    return objects.find(name);
  }

  /**
   * Creates a policy and reads it.
   *
   * @throws XrayConflictException if the name is taken
   * @throws XrayBadRequestException if the server refuses a value
   * @throws XrayReadBackException if the policy was created, but reading it failed
   * @see "JFrog REST APIs: Create Policy"
   */
  public Policy create(PolicyDraft draft) {
    return objects.create(draft.name(), draft);
  }

  /**
   * Replaces the editable part of a policy, reads it again, and compares it with what was asked for.
   * This is for a policy that was read just now: what somebody else changed since it was read is
   * overwritten. {@link #edit(String, Consumer)} notices such changes.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the policy was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Policy"
   */
  public UpdateResult<Policy> update(PolicyUpdate update) {
    return UpdateOutcome.withNotes(
        objects.update(update.base().name(), update, update.base()), update.failPullRequestNotes());
  }

  /**
   * Changes a policy: {@code edit("p", update -> update.dropRule("r"))}. It is read again
   * just before it is written. Edits of one policy by one client run one after the other, so none of
   * them is lost. Against other clients this is a best effort, since the server has no locks: what
   * they change between the last read and the write is overwritten.
   *
   * @param change may be called several times; it must not wait for another thread that edits the
   *     same policy
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayReadBackException if the policy was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  public UpdateResult<Policy> edit(
      String name, Consumer<PolicyUpdate.Builder> change, Retry retry) {
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

  /** Like {@code edit(name, change, Retry.never())}. */
  public UpdateResult<Policy> edit(String name, Consumer<PolicyUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Deletes a policy.
   *
   * @throws XrayBadRequestException if watches apply it; the message names them
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Delete Policy"
   */
  public void delete(String name) {
    try {
      objects.delete(name);
    } catch (XrayBadRequestException e) {
      if (e.messages().stream().noneMatch(words -> words.contains("assigned"))) {
        throw e;
      }
      throw ErrorAccess.get()
          .explained(
              e,
              "the watches are " + objects.redact(namesOfWatches(name, e))
                  + "; remove the policy from them first, or use deleteAndUnassign");
    }
  }

  /** The first names, or a word where they cannot be had, which is no reason to hide the refusal. */
  private String namesOfWatches(String name, XrayBadRequestException refusal) {
    try {
      Policy policy = get(name);
      List<String> names = watchesOf.apply(policy, projectsWithNamesake(policy));
      int more = names.size() - NAMES_IN_MESSAGE;
      return names.stream().limit(NAMES_IN_MESSAGE).collect(Collectors.toList())
          + (more > 0 ? " and " + more + " more" : "");
    } catch (XrayException blind) {
      refusal.addSuppressed(blind);
      return "not readable";
    }
  }

  /**
   * Takes a policy off all watches that apply it, and deletes it. A watch without a policy is
   * switched off by the server. Watches that apply another policy of the name, of their own
   * project, stay as they are. If it fails on the way, the policy is still there, what was taken
   * off stays off, and another call goes on with the other watches.
   *
   * @return the names of the watches that it was taken off by this call
   * @throws XrayNotFoundException if there is none of this name
   */
  public List<String> deleteAndUnassign(String name) {
    Policy policy = get(name);
    List<String> watches = unassign.apply(policy, projectsWithNamesake(policy));
    delete(name);
    return watches;
  }

  /** Projects in which the name of a global policy means a policy of the project. */
  private Set<String> projectsWithNamesake(Policy policy) {
    if (!policy.projectKey().orElse("").isEmpty()) {
      return Set.of();
    }
    return list().stream()
        .filter(other -> other.name().equals(policy.name()))
        .map(other -> other.projectKey().orElse(""))
        .filter(project -> !project.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * Assigns a policy to watches. Each watch has an answer of its own; some may have failed. Not for
   * watches of projects, whose update does the same.
   *
   * @throws IllegalArgumentException if no watch is named
   * @throws XrayNotFoundException if there is no policy of this name
   * @see "JFrog REST APIs: Assign Policy"
   */
  public List<Assignment> assign(String name, Collection<String> watches) {
    if (watches.isEmpty()) {
      throw new IllegalArgumentException("watches is empty; name one or more");
    }
    watches.forEach(watch -> Arguments.checked("watches", watch));
    return objects
        .call("POST", "/xray/api/v1/policies/{name}/assign", name)
        .body(Map.of("watches", watches))
        .decodedBy(Policies::assignments)
        .send();
  }

  private static List<Assignment> assignments(ApiResponse response) throws IOException {
    JsonNode result = Json.MAPPER.readTree(response.body()).path("result");
    List<Assignment> assignments = new ArrayList<>();
    for (Map.Entry<String, JsonNode> watch : result.properties()) {
      if (!watch.getValue().isTextual()) {
        throw new IOException("no text for watch " + watch.getKey());
      }
      assignments.add(new Assignment(watch.getKey(), watch.getValue().asText()));
    }
    if (assignments.isEmpty()) {
      throw new IOException("no result for any watch");
    }
    return assignments;
  }

  private static List<UnexpectedChange> differences(Object expected, Object actual) {
    return TreeDiff.between(PolicyFields.FIELDS, content(expected), content(actual));
  }

  /** What is compared of a policy, a draft or an update. */
  private static ObjectNode content(Object value) {
    return PolicyFields.FIELDS.removeSetByServer(Json.MAPPER.valueToTree(value));
  }
}
