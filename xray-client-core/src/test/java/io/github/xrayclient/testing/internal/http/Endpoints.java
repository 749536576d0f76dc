package io.github.xrayclient.testing.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;

/** One family of endpoints. All methods are called under the server's lock. */
public interface Endpoints {
  void addTo(Router router);

  /** Told of each object that is put in from outside, after it is stored. */
  default void seeded(FakeXray.Kind kind, ObjectNode object) {}
}
