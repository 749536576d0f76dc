package io.github.xrayclient.testing.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;

/**
 * The endpoints for one kind of objects. All methods are called while the server's lock is held.
 */
public interface Endpoints {
  /** Registers the endpoints. */
  void addTo(Router router);

  /** Called for each object that a test stores, after it was stored. */
  default void seeded(FakeXray.Kind kind, ObjectNode object) {}
}
