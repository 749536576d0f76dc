package io.github.xrayclient.diagnostics.internal.migration.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.UnreadableKind;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.Watches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads objects of a server, with one listing for each kind. */
public final class ServerStateReader {
  private final XrayClient xray;
  private final String project;
  private final ProgressReporter progress;
  private final ServerState state = new ServerState();
  private Map<ObjectKey, StoredObject> known = Map.of();
  private boolean contentOnly;
  private boolean isTwinAllowed;

  /** The kinds in the order in which they are read. */
  private final List<ObjectKind> kinds = new ArrayList<>();

  private int readBefore;

  /**
   * @param project empty for the whole server
   */
  public ServerStateReader(XrayClient xray, String project, ProgressReporter progress) {
    this.xray = xray.withOptions(
        CallOptions.none().strict()); // a wrong answer must not look like an empty list
    this.project = project;
    this.progress = progress;
  }

  /** Drops the objects as received after reading, which halves the memory that the state needs. */
  public ServerStateReader contentOnly() {
    contentOnly = true;
    return this;
  }

  /** Shares the contents of these objects if they are equal, which saves memory. */
  public ServerStateReader sharing(Map<ObjectKey, StoredObject> others) {
    known = others;
    return this;
  }

  /**
   * Reads also if two conditions or two curation policies have the same name; {@link
   * ServerState#all} then contains both. For work that goes by ids.
   */
  public ServerStateReader withTwins() {
    isTwinAllowed = true;
    return this;
  }

  /**
   * Reads the objects of these kinds, and conditions if curation policies are among them. May be
   * called again for other kinds. Fails if one of the kinds cannot be read.
   */
  public ServerState read(Set<ObjectKind> wanted) {
    begin(wanted);
    readCuration();
    return readXray();
  }

  /** Reads like {@link #read(Set)}. If Curation cannot be read, the state records the reason. */
  public ServerState readWhatIsThere(Set<ObjectKind> wanted) {
    begin(wanted);
    try {
      readCuration();
    } catch (XrayNotFoundException | XrayForbiddenException e) {
      noteMissingCuration(e);
    }
    return readXray();
  }

  private void begin(Set<ObjectKind> wanted) {
    Set<ObjectKind> more = new TreeSet<>(wanted);
    if (more.contains(ObjectKind.CURATION_POLICIES)) {
      more.add(ObjectKind.CONDITIONS); // policies are stored with the names of their conditions
    }
    more.removeAll(kinds);
    if (!project.isEmpty()) {
      more.removeIf(ObjectKinds::isOfCuration);
    }
    readBefore = kinds.size();
    kinds.addAll(more);
  }

  private boolean isWanted(ObjectKind kind) {
    return kinds.indexOf(kind) >= readBefore;
  }

  private void readCuration() {
    read(ObjectKind.CONDITIONS, this::conditions);
    read(ObjectKind.CURATION_POLICIES, this::curationPolicies);
  }

  private ServerState readXray() {
    read(ObjectKind.POLICIES, this::policies);
    read(ObjectKind.WATCHES, this::watches);
    read(ObjectKind.IGNORE_RULES, this::ignoreRules);
    return state;
  }

  private void read(ObjectKind kind, Runnable listing) {
    if (isWanted(kind)) {
      listing.run();
      reportRead(kind);
    }
  }

  private void reportRead(ObjectKind kind) {
    long objects =
        state.objects().keySet().stream().filter(key -> key.kind() == kind).count();
    progress.read(kinds.indexOf(kind) + 1, kinds.size(), kind, (int) objects);
  }

  private void noteMissingCuration(XrayApiException e) {
    state.curationNotRead(UnreadableKind.of(e));
  }

  private void conditions() {
    List<Condition> conditions = new ArrayList<>();
    forEach(ObjectKind.CONDITIONS, Curation.of(xray).conditions().list(), conditions::add);
    conditions.forEach(condition -> {
      state.addCondition(condition);
      ObjectKey key = ObjectKey.of(ObjectKind.CONDITIONS, condition.name().orElse(""));
      if (condition.custom().orElse(condition.templateId().isPresent())) {
        add(key, condition);
      } else {
        state.addBuiltIn(stored(key, condition));
      }
    });
    state.conditionIds().forEach((name, ids) -> refuseDuplicates("conditions", name, ids));
  }

  private void curationPolicies() {
    Map<String, List<String>> names = new TreeMap<>();
    forEach(ObjectKind.CURATION_POLICIES, Curation.of(xray).policies().list(), policy -> {
      names
          .computeIfAbsent(policy.name(), absent -> new ArrayList<>())
          .add(policy.id().wire());
      add(ObjectKey.of(ObjectKind.CURATION_POLICIES, policy.name()), policy);
    });
    names.forEach((name, ids) -> refuseDuplicates("curation policies", name, ids));
  }

  private void refuseDuplicates(String kind, String name, List<String> ids) {
    if (ids.size() > 1 && !isTwinAllowed) {
      throw new MigrationFailure(
          MigrationException.Kind.NAME_NOT_UNIQUE,
          ids.size() + " " + kind + " have the name \"" + name + "\", with the ids "
              + String.join(" and ", ids)
              + "; a migration identifies objects by their names, so rename one of them");
    }
  }

  private void policies() {
    Policies policies = project.isEmpty() ? xray.policies() : xray.policies().inProject(project);
    for (Policy policy : policies.list()) {
      String owner = NonBlank.text(policy.projectKey()).orElse("");
      ObjectKey key = ObjectKinds.key(ObjectKind.POLICIES, policy.name(), owner);
      if (project.isEmpty() || project.equals(owner)) {
        add(key, policy);
      } else {
        state.addGlobalPolicy(stored(key, policy).withoutReceived());
      }
    }
  }

  private void watches() {
    Watches watches = project.isEmpty() ? xray.watches() : xray.watches().inProject(project);
    for (Watch watch : watches.list()) {
      String owner = NonBlank.text(watch.projectKey()).orElse(project);
      if (project.isEmpty() || project.equals(owner)) {
        add(ObjectKinds.key(ObjectKind.WATCHES, watch.name(), owner), watch);
      }
    }
  }

  private void ignoreRules() {
    IgnoreRules rules =
        project.isEmpty() ? xray.ignoreRules() : xray.ignoreRules().inProject(project);
    IgnoreRuleNames names = new IgnoreRuleNames();
    forEach(ObjectKind.IGNORE_RULES, rules.list(), rule -> {
      String owner = NonBlank.text(rule.projectKey()).orElse("");
      boolean isMeant = project.isEmpty() || project.equals(owner);
      if (isMeant && !rule.expired().orElse(false)) {
        names.add(stored(ObjectKinds.key(ObjectKind.IGNORE_RULES, "", owner), rule));
      }
    });
    names.named().forEach(this::add);
  }

  /** Reads a listing that has pages. */
  private <T> void forEach(ObjectKind kind, Paged<T> listing, Consumer<? super T> reader) {
    int read = 0;
    for (List<T> page : listing.pages()) {
      if (read > 0) {
        progress.readSoFar(kinds.indexOf(kind) + 1, kinds.size(), kind, read);
      }
      page.forEach(reader);
      read += page.size();
    }
  }

  private void add(ObjectKey key, Object value) {
    add(stored(key, value));
  }

  private void add(StoredObject object) {
    StoredObject other = known.get(object.key());
    StoredObject shared = other == null ? object : object.sharing(other);
    state.add(contentOnly ? shared.withoutReceived() : shared);
  }

  /**
   * The object with this key. A curation policy gets the name of its condition in place of the id.
   */
  private StoredObject stored(ObjectKey key, Object value) {
    ObjectNode received = Json.MAPPER.valueToTree(value);
    String id = received.path("condition_id").asText();
    String inlined = received.path("condition").path("name").asText();
    String name = state.conditionName(id).orElse(inlined);
    return key.kind() == ObjectKind.CURATION_POLICIES && !id.isBlank() && !name.isBlank()
        ? StoredObject.ofPolicy(key, received, name)
        : StoredObject.of(key, received);
  }
}
