package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Finds objects of a server, on the server itself or in lists that were read before. */
interface ObjectSource {
  /** The object with this name or id; never one with the same name in another project. */
  Optional<StoredObject> find(ObjectKey key, String id);

  /**
   * The objects that could be mistaken for a new object with this key and content: those with the
   * same name, or for an ignore rule with the same notes and filters.
   */
  List<StoredObject> alike(ObjectKey key, ObjectNode content);
}
