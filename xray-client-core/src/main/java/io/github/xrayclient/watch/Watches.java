package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.write.NamedObjects;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Watches, as {@code XrayClient.watches()} gives them. Immutable and thread-safe. */
public final class Watches {
  private static final ListDecoder<Watch> LIST = new ListDecoder<>(Watch.class, "watches");

  private final NamedObjects<Watch> objects;

  /** The watches that a client sees. */
  public Watches(ApiCalls xray) {
    this(NamedObjects.of(
        xray,
        "/xray/api/v2/watches",
        Watch.class,
        LIST,
        watch -> watch.generalData().projectKey().orElse(""),
        Watches::differences));
  }

  private Watches(NamedObjects<Watch> objects) {
    this.objects = objects;
  }

  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Watches inProject(String key) {
    return new Watches(objects.inProject(key));
  }

  /**
   * All watches, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets watches of projects; {@link GeneralData#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the role Manage Watches, which reading needs too
   * @see "JFrog REST APIs: Get Watches"
   */
  public List<Watch> list() {
    return objects.list();
  }

  /**
   * One watch.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Get Watch"
   */
  public Watch get(String name) {
    return objects.get(name);
  }

  /** One watch, or nothing if there is none of this name. */
  public Optional<Watch> find(String name) {
    return objects.find(name);
  }

  /**
   * Creates a watch and reads it. It acts on later scans only, until {@link #applyToExisting}.
   *
   * @throws XrayConflictException if the name is taken
   * @throws XrayBadRequestException if the server refuses a value, such as a repository that Xray
   *     does not index yet
   * @throws XrayReadBackException if the watch was created, but reading it failed
   * @see "JFrog REST APIs: Create Watch"
   */
  public Watch create(WatchDraft draft) {
    return objects.create(draft.name(), draft);
  }

  /**
   * Replaces the editable part of a watch, reads it again, and compares it with what was asked for.
   * This is for a watch that was read just now: what somebody else changed since it was read is
   * overwritten. {@link #edit(String, Consumer)} notices such changes.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayConcurrentChangeException if the answer was lost and somebody else changed it too
   * @throws XrayReadBackException if the watch was replaced, but reading it failed
   * @see "JFrog REST APIs: Update Watch"
   */
  public UpdateResult<Watch> update(WatchUpdate update) {
    return objects.update(update.base().name(), update, update.base());
  }

  /**
   * Changes a watch: {@code edit("w", update -> update.active(false))}. It is read again
   * just before it is written. Edits of one watch by one client run one after the other, so none of
   * them is lost. Against other clients this is a best effort, since the server has no locks: what
   * they change between the last read and the write is overwritten.
   *
   * @param change may be called several times; it must not wait for another thread that edits the
   *     same watch
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   * @throws XrayNotFoundException if there is none of this name
   * @throws XrayReadBackException if the watch was changed, but reading it afterwards failed; this
   *     is never repeated
   */
  public UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change, Retry retry) {
    return objects.edit(
        name,
        watch -> {
          WatchUpdate.Builder update = WatchUpdate.of(watch);
          change.accept(update);
          return update.build();
        },
        this::update,
        retry);
  }

  /** Like {@code edit(name, change, Retry.never())}. */
  public UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change) {
    return edit(name, change, Retry.never());
  }

  /**
   * Deletes a watch.
   *
   * @throws XrayNotFoundException if there is none of this name
   * @see "JFrog REST APIs: Delete Watch"
   */
  public void delete(String name) {
    objects.delete(name);
  }

  /**
   * Applies watches to what was scanned in this time, as a new watch does not by itself. The server
   * does it in the background, within minutes.
   *
   * @throws IllegalArgumentException if no watch is named, or the time ends before it begins
   * @throws XrayNotFoundException if there is none of a name
   * @see "JFrog REST APIs: Apply Watch on Existing Content"
   */
  public void applyToExisting(
      Collection<String> watches, OffsetDateTime from, OffsetDateTime until) {
    if (watches.isEmpty()) {
      throw new IllegalArgumentException("watches is empty; name one or more");
    }
    watches.forEach(name -> Arguments.checked("watches", name));
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("until " + until + " is before from " + from);
    }
    objects
        .call("POST", "/xray/api/v1/applyWatch")
        .body(Map.of(
            "watch_names",
            watches,
            "date_range",
            Map.of("start_date", Rfc3339.text(from), "end_date", Rfc3339.text(until))))
        .send();
  }

  /**
   * The names of the watches that a policy is assigned to.
   *
   * @param projectsWithNamesake projects that have a policy of their own of this name, which is the
   *     one that their watches mean
   */
  public List<String> namesAssigned(Policy policy, Set<String> projectsWithNamesake) {
    return list().stream()
        .filter(watch -> applies(watch, policy, projectsWithNamesake))
        .map(Watch::name)
        .collect(Collectors.toList());
  }

  /**
   * Takes a policy off every watch that it is assigned to. If it fails on the way, what was taken off
   * stays off.
   *
   * @param projectsWithNamesake projects that have a policy of their own of this name, which is the
   *     one that their watches mean
   * @return the names of the watches
   */
  public List<String> unassign(Policy policy, Set<String> projectsWithNamesake) {
    List<String> names = new ArrayList<>();
    for (Watch watch : list()) {
      if (applies(watch, policy, projectsWithNamesake) && unassign(watch, policy)) {
        names.add(watch.name());
      }
    }
    return names;
  }

  /** False if somebody else deleted the watch meanwhile. */
  private boolean unassign(Watch watch, Policy policy) {
    String project = project(watch);
    Watches owner = project.isEmpty() ? this : inProject(project);
    try {
      owner.edit(
          watch.name(), update -> update.unassignIfAssigned(policy).unchecked(), Retry.times(3));
      return true;
    } catch (XrayNotFoundException gone) {
      return false;
    }
  }

  private static boolean applies(Watch watch, Policy policy, Set<String> projectsWithNamesake) {
    String owner = policy.projectKey().orElse("");
    boolean meansIt = owner.isEmpty()
        ? !projectsWithNamesake.contains(project(watch))
        : owner.equals(project(watch));
    return meansIt && watch.assignedPolicies().stream().anyMatch(each -> each.isOf(policy));
  }

  private static String project(Watch watch) {
    return watch.generalData().projectKey().orElse("");
  }

  private static List<UnexpectedChange> differences(Object expected, Object actual) {
    return TreeDiff.between(WatchFields.FIELDS, content(expected), content(actual));
  }

  /** What is compared of a watch, a draft or an update, which does not say the name. */
  private static ObjectNode content(Object value) {
    ObjectNode content = WatchFields.FIELDS.removeSetByServer(Json.MAPPER.valueToTree(value));
    if (content.get("general_data") instanceof ObjectNode) {
      ((ObjectNode) content.get("general_data")).remove("name");
    }
    return content;
  }
}
