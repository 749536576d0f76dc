package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.store.Identity;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.ProjectObjects;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.Optional;

/** Finds the policy to which an entry of {@code assigned_policies} of a watch refers. */
public final class PolicyAssignments {
  private final ProjectObjects policies;
  private final JsonStore watches;

  public PolicyAssignments(StoredObjects holdings) {
    this.policies =
        new ProjectObjects(FakeXray.Kind.POLICIES, holdings.store(FakeXray.Kind.POLICIES));
    this.watches = holdings.store(FakeXray.Kind.WATCHES);
  }

  /**
   * Finds the policy by its name, and by its type if the entry has one. A watch of a project can
   * refer to policies of the project and to global ones, a global watch only to global ones.
   */
  public Optional<ObjectNode> resolve(String project, JsonNode entry) {
    String type = Trees.text(entry, "type");
    return policies
        .findVisible(project, Trees.text(entry, "name"))
        .filter(policy -> type.isBlank() || Trees.text(policy, "type").equals(type));
  }

  /** The number of watches that the policy is assigned to. */
  public long watchesOf(ObjectNode policy) {
    return watches.all().stream().filter(watch -> isAssigned(policy, watch)).count();
  }

  public boolean isAssigned(ObjectNode policy, ObjectNode watch) {
    String project = Identity.forKind(FakeXray.Kind.WATCHES).projectOf(watch);
    return Trees.objects(watch.path("assigned_policies")).stream()
        .anyMatch(entry ->
            resolve(project, entry).filter(found -> found.equals(policy)).isPresent());
  }
}
