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

/** Which policy an entry of a watch's {@code assigned_policies} means. */
public final class PolicyAssignments {
  private final ProjectObjects policies;
  private final JsonStore watches;

  public PolicyAssignments(StoredObjects holdings) {
    this.policies =
        new ProjectObjects(FakeXray.Kind.POLICIES, holdings.store(FakeXray.Kind.POLICIES));
    this.watches = holdings.store(FakeXray.Kind.WATCHES);
  }

  /**
   * The policy by name, and by type if the entry has one. A watch of a project sees the project's
   * policies and the global ones, a global watch only the global ones.
   */
  public Optional<ObjectNode> resolve(String project, JsonNode entry) {
    String type = Trees.text(entry, "type");
    return policies
        .findVisible(project, Trees.text(entry, "name"))
        .filter(policy -> type.isEmpty() || Trees.text(policy, "type").equals(type));
  }

  /** The number of watches that a policy is assigned to. */
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
