package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.internal.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects in a snapshot, and the server from which they were read. */
public final class SnapshotContent {
  private final String source;
  private final String serverVersion;
  private final String project;
  private final Selection selection;
  private final SortedMap<ObjectKey, StoredObject> objects;
  private final Map<ObjectKind, NotRead> notRead;
  private final boolean includesWaivers;

  /**
   * @param serverVersion empty if the server did not give it
   * @param project empty for the whole server
   * @param objects the selected objects, and those that they need
   */
  public SnapshotContent(
      String source,
      String serverVersion,
      String project,
      Selection selection,
      SortedMap<ObjectKey, StoredObject> objects,
      Map<ObjectKind, NotRead> notRead) {
    this(source, serverVersion, project, selection, objects, notRead, true);
  }

  private SnapshotContent(
      String source,
      String serverVersion,
      String project,
      Selection selection,
      SortedMap<ObjectKey, StoredObject> objects,
      Map<ObjectKind, NotRead> notRead,
      boolean includesWaivers) {
    this.source = source;
    this.serverVersion = serverVersion;
    this.project = project;
    this.selection = selection;
    this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    this.notRead = Collections.unmodifiableMap(new TreeMap<>(notRead));
    this.includesWaivers = includesWaivers;
  }

  /** A copy with another selection, and with some of the objects. */
  public SnapshotContent narrowed(
      Selection other,
      SortedMap<ObjectKey, StoredObject> some,
      Map<ObjectKind, NotRead> someNotRead) {
    return new SnapshotContent(
        source, serverVersion, project, other, some, someNotRead, includesWaivers);
  }

  /** A copy without the waivers of curation policies, which is not compared by them. */
  public SnapshotContent withoutWaivers() {
    SortedMap<ObjectKey, StoredObject> without = new TreeMap<>(objects);
    without.replaceAll((key, object) -> object.withoutWaivers());
    return new SnapshotContent(source, serverVersion, project, selection, without, notRead, false);
  }

  public String source() {
    return source;
  }

  public String serverVersion() {
    return serverVersion;
  }

  public String project() {
    return project;
  }

  public Selection selection() {
    return selection;
  }

  /** The selected objects, and those that they need. */
  public SortedMap<ObjectKey, StoredObject> objects() {
    return objects;
  }

  /** The kinds that could not be read, with the reasons. */
  public Map<ObjectKind, NotRead> notRead() {
    return notRead;
  }

  /** Whether curation policies have their waivers. */
  public boolean includesWaivers() {
    return includesWaivers;
  }

  /** The objects of a kind, as values of the library. */
  public <T> List<T> values(ObjectKind kind, Class<T> type) {
    List<T> values = new ArrayList<>();
    for (StoredObject object : objects.values()) {
      if (object.key().kind() == kind) {
        try {
          values.add(Json.MAPPER.treeToValue(object.withProjectKey(), type));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("the content was valid when it was read", e);
        }
      }
    }
    return values;
  }

  /**
   * The selected kinds that were read. The snapshot of a project has no objects of Curation.
   */
  public Set<ObjectKind> kinds() {
    Set<ObjectKind> kinds = new TreeSet<>();
    for (ObjectKind kind : selection.kinds()) {
      if (!notRead.containsKey(kind) && (project.isEmpty() || !ObjectKinds.isOfCuration(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The number of objects of each selected kind, and of each kind of which objects are needed. */
  public Map<ObjectKind, Integer> counts() {
    Map<ObjectKind, Integer> counts = new TreeMap<>();
    kinds().forEach(kind -> counts.put(kind, 0));
    objects.keySet().forEach(key -> counts.merge(key.kind(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SnapshotContent
        && source.equals(((SnapshotContent) other).source)
        && serverVersion.equals(((SnapshotContent) other).serverVersion)
        && project.equals(((SnapshotContent) other).project)
        && selection.equals(((SnapshotContent) other).selection)
        && objects.equals(((SnapshotContent) other).objects)
        && notRead.equals(((SnapshotContent) other).notRead)
        && includesWaivers == ((SnapshotContent) other).includesWaivers;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        source, serverVersion, project, selection, objects, notRead, includesWaivers);
  }
}
