package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a waiver request has to do with a package that was refused all the same. */
final class WaiverRequestFindings {
  private WaiverRequestFindings() {}

  static String of(WaiverRequest request, RefusedPackage refused, Instant now) {
    String named = "Waiver request " + request.id();
    if (is(request, WaiverRequestStatus.PENDING)) {
      return named + " waits for a decision" + by(request.decisionOwners()) + ".";
    }
    String when = request
        .closedAt()
        .filter(time -> time.toInstant().isPresent())
        .map(time -> " on " + time)
        .orElse("");
    if (!is(request, WaiverRequestStatus.APPROVED)) {
      return named + " was " + request.status().map(Object::toString).orElse("decided") + when
          + ".";
    }
    String approved = named + " was approved" + when;
    if (isOver(request, now)) {
      return approved + ", and its waiver ran out"
          + request.waiverExpiry().map(time -> " on " + time).orElse("") + ".";
    }
    Optional<String> other = request
        .repositoryKey()
        .filter(key -> refused.repository().filter(asked -> !asked.equals(key)).isPresent());
    if (other.isPresent()) {
      return approved + ", but for repository " + other.get() + ".";
    }
    return approved + "; while it is refused all the same, another policy blocks it or metadata is"
        + " still cached.";
  }

  static boolean isPending(WaiverRequest request) {
    return is(request, WaiverRequestStatus.PENDING);
  }

  private static boolean is(WaiverRequest request, WaiverRequestStatus status) {
    return request.status().filter(status::equals).isPresent();
  }

  private static boolean isOver(WaiverRequest request, Instant now) {
    return request.waiverExpiryStatus().filter("expired"::equalsIgnoreCase).isPresent()
        || request
            .waiverExpiry()
            .flatMap(Timestamp::toInstant)
            .filter(now::isAfter)
            .isPresent();
  }

  private static String by(List<String> groups) {
    return groups.isEmpty() ? "" : " by " + String.join(", ", groups);
  }
}
