package io.github.xrayclient.curation.internal.waiverrequest;

import io.github.xrayclient.curation.internal.call.RefusalHints;
import io.github.xrayclient.curation.waiverrequest.CreatedWaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverDecision;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads, creates and decides waiver requests by the REST API. */
public final class WaiverRequestService implements WaiverRequests {
  private static final String PATH = "/xray/api/v1/curation/waiver_requests";
  private static final String SINCE = "3.138";

  private static final String MAY_ASK =
      "requesting a waiver needs access to the repository, and a policy that allows waiver"
          + " requests";
  private static final String MAY_DECIDE =
      "only members of a decision-owner group and administrators may decide";
  private static final Remedy LIST_DECIDABLE = Remedy.of(
      Remedy.Kind.LIST_DECIDABLE,
      "list().decidableByMe() lists the requests that this user may decide");
  private static final Remedy ASK_ADMINISTRATOR = Remedy.of(Remedy.Kind.USE_PERMITTED_USER, "");

  /** By how much the clocks of client and server may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final ApiCalls xray;

  public WaiverRequestService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public WaiverRequestQuery list() {
    return WaiverRequestListing.of(xray, PATH, SINCE);
  }

  @Override
  public WaiverRequest get(WaiverRequestId id) {
    return find(id)
        .orElseThrow(() -> ErrorAccess.get()
            .errorOf(new ErrorAnswer("GET", RedactedByCall.address(xray.call("GET", PATH)), 404)
                .reason("no waiver request has the id " + id)));
  }

  @Override
  public Optional<WaiverRequest> find(WaiverRequestId id) {
    Arguments.id("id", id);
    try (Stream<WaiverRequest> all = list().direction(Direction.DESCENDING).inEveryStatus()) {
      return all.filter(request -> request.id().equals(id)).findFirst();
    }
  }

  @Override
  public CreatedWaiverRequest create(WaiverRequestDraft draft) {
    Objects.requireNonNull(draft, "draft");
    ApiCall<CreatedWaiverRequest> post = call(PATH).body(draft).decodedBy(CreatedRequests::read);
    Instant recently = Instant.now().minus(CLOCKS_DIFFER);
    return RefusalHints.with(
        () -> VerifiedWrite.send(post, () -> look(draft, recently)), MAY_ASK, ASK_ADMINISTRATOR);
  }

  @Override
  public Optional<WaiverRequest> findPending(WaiverRequestDraft draft) {
    Objects.requireNonNull(draft, "draft");
    return of(draft).stream()
        .filter(request -> request.isFor(draft))
        .filter(
            request -> request.reasons().isEmpty() || request.reasons().contains(draft.reason()))
        .findFirst();
  }

  @Override
  public void decide(WaiverRequestId id, WaiverDecision decision) {
    Arguments.id("id", id);
    Objects.requireNonNull(decision, "decision");
    ApiCall<Boolean> post =
        call(PATH + "/{waiver_request_id}/decision", id).body(decision).decodedBy(AnySuccess::read);
    RefusalHints.with(
        () -> VerifiedWrite.send(post, () -> look(id, decision.status())),
        MAY_DECIDE,
        LIST_DECIDABLE);
  }

  @Override
  public boolean ensureDecided(WaiverRequestId id, WaiverDecision decision) {
    Objects.requireNonNull(decision, "decision");
    if (isMade(id, decision)) {
      return false;
    }
    decide(id, decision);
    return true;
  }

  private boolean isMade(WaiverRequestId id, WaiverDecision decision) {
    try {
      return find(id).filter(decision::isMadeOn).isPresent();
    } catch (XrayForbiddenException e) {
      return false; // who may decide need not have the right to list
    }
  }

  /** Looks for the request of the draft: pending, or approved automatically a moment ago. */
  private WriteVerification<CreatedWaiverRequest> look(WaiverRequestDraft draft, Instant recently) {
    WaiverRequestQuery query = of(draft);
    return Stream.of(WaiverRequestStatus.PENDING, WaiverRequestStatus.APPROVED)
        .flatMap(status -> query.status(status).stream())
        .filter(request -> request.isFor(draft) && request.reasons().contains(draft.reason()))
        .filter(request -> isPending(request) || isSince(recently, request))
        .findFirst()
        .map(request -> WriteVerification.applied(CreatedWaiverRequest.builder()
            .id(request.id())
            .status(request.status())
            .build()))
        .orElseGet(WriteVerification::unchanged);
  }

  private WaiverRequestQuery of(WaiverRequestDraft draft) {
    return list()
        .packageType(draft.packageType())
        .packageName(draft.packageName())
        .packageVersion(draft.packageVersion());
  }

  private static boolean isPending(WaiverRequest request) {
    return request.status().filter(WaiverRequestStatus.PENDING::equals).isPresent();
  }

  /** An older approval of the same waiver must not be mistaken for the answer to a new request. */
  private static boolean isSince(Instant time, WaiverRequest request) {
    return request
        .createdAt()
        .flatMap(Timestamp::toInstant)
        .filter(time::isBefore)
        .isPresent();
  }

  private WriteVerification<Boolean> look(WaiverRequestId id, WaiverRequestStatus wanted) {
    Optional<WaiverRequest> found = find(id);
    Optional<WaiverRequestStatus> status = found.flatMap(WaiverRequest::status);
    if (status.equals(Optional.of(wanted))) {
      return WriteVerification.applied(true);
    }
    return found.filter(WaiverRequestService::isPending).isPresent()
        ? WriteVerification.unchanged()
        : WriteVerification.changed(wanted, found.orElse(null));
  }

  private ApiCall<ApiResponse> call(String path, Object... arguments) {
    return xray.call("POST", path, arguments).since(SINCE);
  }
}
