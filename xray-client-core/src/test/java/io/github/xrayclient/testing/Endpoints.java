package io.github.xrayclient.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One family of endpoints. All methods are called under the server's lock. */
interface Endpoints {
  void addTo(Router router);

  /** Told of each object that is put in from outside, after it is stored. */
  default void seeded(FakeXray.Kind kind, ObjectNode object) {}
}
