package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Where objects of a server are found: on the server itself, or in lists that were read of it. */
interface ObjectSource {
  /** The object that the server calls so; not another one of the name in another project. */
  Optional<StoredObject> find(ObjectKey key, String id);

  /**
   * The objects that a new one of this key and content could be mistaken for: those of its name, or
   * of its notes and filters.
   */
  List<StoredObject> alike(ObjectKey key, ObjectNode content);
}
