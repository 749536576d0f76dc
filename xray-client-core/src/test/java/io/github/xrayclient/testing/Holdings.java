package io.github.xrayclient.testing;

import java.util.EnumMap;
import java.util.Map;

/** All that the server holds. Guarded by itself: hold its monitor while reading or writing. */
final class Holdings {
  final LogicalClock clock = new LogicalClock();
  private final Map<FakeXray.Kind, JsonStore> stores = new EnumMap<>(FakeXray.Kind.class);

  Holdings() {
    for (FakeXray.Kind kind : FakeXray.Kind.values()) {
      stores.put(kind, new JsonStore(kind.identity));
    }
  }

  JsonStore store(FakeXray.Kind kind) {
    return stores.get(kind);
  }
}
