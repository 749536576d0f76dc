package io.github.xrayclient.diagnostics.internal.refusal.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.Optional;

/** Reads JSON objects that report refusals in their fields instead of a message. */
@FunctionalInterface
public interface RecordReader {
  /**
   * Reads one object.
   *
   * @return the refusals that the object reports, which may be none; empty if this reader does not
   *     know the object
   */
  Optional<List<BlockedDownload>> read(JsonNode object);
}
