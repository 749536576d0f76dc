package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** A decision on a waiver request; in JSON, the body that is sent. Immutable and thread-safe. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWaiverDecision.class)
public interface WaiverDecision {
  /** The status that the request gets: approved or rejected. */
  @JsonProperty("status")
  WaiverRequestStatus status();

  /** Why the request is approved or rejected. */
  @JsonProperty("justification")
  String justification();

  /** The number of days until an approved waiver ends; absent if it has no time limit. */
  @JsonProperty("duration_days")
  Optional<Integer> durationDays();

  /**
   * Returns an approval without a time limit.
   *
   * @throws IllegalArgumentException if the justification is blank
   */
  static WaiverDecision approve(String justification) {
    return of(WaiverRequestStatus.APPROVED, justification, Optional.empty());
  }

  /**
   * Returns an approval for a number of days, 1 or more; the server may have an upper limit.
   *
   * @throws IllegalArgumentException if the justification is blank, or {@code days} is less than 1
   */
  static WaiverDecision approve(String justification, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days must be at least 1, but was " + days);
    }
    return of(WaiverRequestStatus.APPROVED, justification, Optional.of(days));
  }

  /**
   * Returns a rejection.
   *
   * @throws IllegalArgumentException if the justification is blank
   */
  static WaiverDecision reject(String justification) {
    return of(WaiverRequestStatus.REJECTED, justification, Optional.empty());
  }

  /**
   * Whether the request has been decided in this way already. Justifications and time limits are
   * not compared, since servers offer no way to change them.
   */
  default boolean isMadeOn(WaiverRequest request) {
    Objects.requireNonNull(request, "request");
    return request.status().filter(status()::equals).isPresent();
  }

  private static WaiverDecision of(
      WaiverRequestStatus status, String justification, Optional<Integer> days) {
    return ImmutableWaiverDecision.builder()
        .status(status)
        .justification(Arguments.text("justification", justification))
        .durationDays(days)
        .build();
  }
}
