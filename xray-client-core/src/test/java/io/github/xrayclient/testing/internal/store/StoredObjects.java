package io.github.xrayclient.testing.internal.store;

import io.github.xrayclient.testing.FakeXray;
import java.util.EnumMap;
import java.util.Map;

/** All objects that the server stores. Hold the monitor of this object while reading or writing. */
public final class StoredObjects {
  public final LogicalClock clock = new LogicalClock();
  private final Map<FakeXray.Kind, JsonStore> stores = new EnumMap<>(FakeXray.Kind.class);

  public StoredObjects() {
    for (FakeXray.Kind kind : FakeXray.Kind.values()) {
      stores.put(kind, new JsonStore(Identity.forKind(kind)));
    }
  }

  public JsonStore store(FakeXray.Kind kind) {
    return stores.get(kind);
  }

  /** Removes all objects. */
  public void clear() {
    stores.values().forEach(JsonStore::clear);
  }
}
