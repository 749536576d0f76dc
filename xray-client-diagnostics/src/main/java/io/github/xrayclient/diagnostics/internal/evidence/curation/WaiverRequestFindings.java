package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.waiverrequest.WaiverExpiryStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Describes what a waiver request means for a refused package. */
final class WaiverRequestFindings {
  private WaiverRequestFindings() {}

  static CurationFinding of(WaiverRequest request, RefusedPackage refused, Instant now) {
    return CurationFinding.of(kind(request, refused, now), sentence(request, refused, now));
  }

  private static Kind kind(WaiverRequest request, RefusedPackage refused, Instant now) {
    if (is(request, WaiverRequestStatus.APPROVED) && isOver(request, now)) {
      return Kind.WAIVER_REQUEST_EXPIRED;
    }
    if (refused.otherRepository(request).isPresent()) {
      return Kind.WAIVER_REQUEST_FOR_OTHER_REPOSITORY;
    }
    if (is(request, WaiverRequestStatus.PENDING)) {
      return Kind.WAIVER_REQUEST_PENDING;
    }
    return is(request, WaiverRequestStatus.APPROVED)
        ? Kind.WAIVER_REQUEST_APPROVED
        : Kind.WAIVER_REQUEST_NOT_APPROVED;
  }

  private static String sentence(WaiverRequest request, RefusedPackage refused, Instant now) {
    String named = "Waiver request " + request.id();
    Optional<String> other = refused
        .otherRepository(request)
        .map(key -> ". It is for another repository, " + QuotedNames.of(key) + ".")
        .or(() -> refused
            .uncertainRepository(request)
            .map(key -> ". It is for repository " + QuotedNames.of(key)
                + "; whether this repository refused the package is not known."));
    if (is(request, WaiverRequestStatus.PENDING)) {
      return named + " is waiting for a decision" + by(request.decisionOwners())
          + other.orElse(".");
    }
    String when = request
        .closedAt()
        .filter(time -> time.toInstant().isPresent())
        .map(time -> " at " + time)
        .orElse("");
    if (!is(request, WaiverRequestStatus.APPROVED)) {
      return named + " was "
          + NonBlank.word(request.status()).map(Object::toString).orElse("decided") + when
          + other.orElse(".");
    }
    String approved = named + " was approved" + when;
    if (isOver(request, now)) {
      return approved + ", but its waiver expired"
          + request.waiverExpiry().map(time -> " at " + time).orElse("") + ".";
    }
    return approved
        + other.orElse(". If the package is still refused, another policy blocks it, or cached"
            + " metadata is used.");
  }

  /** Whether a request is pending whose approval may allow the package. */
  static boolean isPending(WaiverRequest request, RefusedPackage refused) {
    return is(request, WaiverRequestStatus.PENDING)
        && refused.otherRepository(request).isEmpty();
  }

  private static boolean is(WaiverRequest request, WaiverRequestStatus status) {
    return request.status().filter(status::equals).isPresent();
  }

  private static boolean isOver(WaiverRequest request, Instant now) {
    return request
            .waiverExpiryStatus()
            .filter(WaiverExpiryStatus.EXPIRED::equals)
            .isPresent()
        || request
            .waiverExpiry()
            .flatMap(Timestamp::toInstant)
            .filter(now::isAfter)
            .isPresent();
  }

  private static String by(List<String> owners) {
    List<String> groups = NonBlank.texts(owners);
    return groups.isEmpty() ? "" : " by " + QuotedNames.of(groups);
  }
}
