package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.Json;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ignore rule that does not exist yet. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Ignore Rule"
 */
public final class IgnoreRuleDraft {
  private final IgnoreFilters filters;
  private final String notes;
  private final @Nullable OffsetDateTime expiresAt;

  private IgnoreRuleDraft(IgnoreFilters filters, String notes, @Nullable OffsetDateTime expiresAt) {
    this.filters = filters;
    this.notes = notes;
    this.expiresAt = expiresAt;
  }

  /**
   * A rule that never expires.
   *
   * @param notes why
   * @throws IllegalArgumentException if no filter is set or the notes are blank
   */
  public static IgnoreRuleDraft of(IgnoreFilters filters, String notes) {
    if (Json.MAPPER.valueToTree(filters).isEmpty()) {
      throw new IllegalArgumentException("ignore_filters is empty; say what is ignored");
    }
    return new IgnoreRuleDraft(filters, Arguments.checked("notes", notes), null);
  }

  /** A copy of this draft whose rule expires at this time. */
  public IgnoreRuleDraft expiresAt(OffsetDateTime time) {
    return new IgnoreRuleDraft(filters, notes, time);
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("notes", notes);
    if (expiresAt != null) {
      body.put("expires_at", Rfc3339.text(expiresAt));
    }
    body.put("ignore_filters", filters);
    return body;
  }
}
