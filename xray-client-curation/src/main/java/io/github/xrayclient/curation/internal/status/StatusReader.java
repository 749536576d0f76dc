package io.github.xrayclient.curation.internal.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the status of a package from an answer with the status 2xx. */
final class StatusReader {
  private StatusReader() {}

  static PackageStatus read(ApiResponse response) throws IOException {
    if (new String(response.body(), StandardCharsets.UTF_8).isBlank()) {
      return PackageStatus.builder().build();
    }
    JsonNode tree = Json.STRICT.readTree(response.body());
    if (tree.isNull()) {
      return PackageStatus.builder().build();
    }
    if (!tree.isObject()) {
      throw new IOException("the answer is not a JSON object");
    }
    if (!StatusDetails.isIn(tree)) {
      Optional<PackageStatus> blocked = RefusedStatusReader.read(tree);
      if (blocked.isPresent()) {
        return blocked.get();
      }
      if (tree.hasNonNull("error") || !tree.path("errors").isEmpty()) {
        throw new IOException("the answer has an error instead of the status of the package");
      }
    }
    return StatusDetails.read(tree);
  }
}
