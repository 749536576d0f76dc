package io.github.xrayclient.curation.waiverrequest;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import java.util.Optional;

/**
 * Reads, creates and decides waiver requests; returned by {@code Curation.waiverRequests()}. Needs
 * Xray 3.138 or later. Immutable and thread-safe. Later versions may add methods, so mock this
 * interface, but do not implement it.
 */
public interface WaiverRequests {
  /**
   * Returns a query for the pending requests, which can be filtered and sorted; {@link
   * WaiverRequestQuery#status WaiverRequestQuery.status(..)} chooses another status. It sends
   * nothing before the first request is asked for.
   */
  WaiverRequestQuery list();

  /**
   * Finds a waiver request by its id. The server has no endpoint for this, so the listings are
   * searched: pending requests first, then approved and rejected ones, the latest first. This takes
   * one request for every 100 waiver requests. If none has the id, all of them are read.
   *
   * @throws XrayNotFoundException if no waiver request has this id
   */
  WaiverRequest get(WaiverRequestId id);

  /**
   * Finds a waiver request by its id, as {@link #get get(..)} does; empty if no waiver request has
   * this id.
   */
  Optional<WaiverRequest> find(WaiverRequestId id);

  /**
   * Requests a waiver, with one request. If the same waiver has already been requested, the user
   * joins that request. If all policies approve automatically, the waiver exists at once.
   *
   * @return what the server answered. Servers accept a request with several forms of answers; the
   *     id is empty if the answer has none.
   * @throws XrayBadRequestException if the repository is unknown, or no policy allows waiver
   *     requests
   * @throws XrayForbiddenException if the user has no access to the repository
   * @see "JFrog REST APIs: Create Waiver Request"
   */
  CreatedWaiverRequest create(WaiverRequestDraft draft);

  /**
   * Finds the pending request that {@link #create create(..)} would repeat: one for the same
   * package, version and repository, with the same reason. Another reason may be that of another
   * user, who joins the request by {@code create}. A request without reasons, as some servers list
   * it, is found, too. Reading needs the permission VIEW_POLICIES, which users who request waivers
   * may lack.
   *
   * @throws XrayForbiddenException if the user may not list waiver requests
   */
  Optional<WaiverRequest> findPending(WaiverRequestDraft draft);

  /**
   * Decides a waiver request. JFrog's documentation does not describe this endpoint; its behavior
   * is known from observation only.
   *
   * @throws XrayConcurrentChangeException if the answer was lost, and somebody else decided
   *     otherwise
   * @throws XrayForbiddenException if the user is neither an administrator nor a member of a
   *     decision-owner group
   * @throws XrayApiException if there is no such request, or it was decided before
   */
  void decide(WaiverRequestId id, WaiverDecision decision);

  /**
   * Decides a waiver request unless it has been decided in the same way already. Looks for the
   * request as {@link #find} does; a user who may not list waiver requests decides without this.
   *
   * @return whether the decision was sent
   * @see #decide(WaiverRequestId, WaiverDecision)
   */
  boolean ensureDecided(WaiverRequestId id, WaiverDecision decision);

  /**
   * Approves a waiver request without a time limit. JFrog's documentation does not describe this
   * endpoint; its behavior is known from observation only.
   *
   * @param justification why the waiver is granted; it is stored with the waiver
   * @throws IllegalArgumentException if the justification is blank
   * @throws XrayConcurrentChangeException if the answer was lost, and somebody else rejected the
   *     request
   * @throws XrayForbiddenException if the user is neither an administrator nor a member of a
   *     decision-owner group
   * @throws XrayApiException if there is no such request, or it was decided before
   */
  default void approve(WaiverRequestId id, String justification) {
    decide(id, WaiverDecision.approve(justification));
  }

  /**
   * Approves a waiver request for a number of days. JFrog's documentation does not describe this
   * endpoint; its behavior is known from observation only.
   *
   * @param justification why the waiver is granted; it is stored with the waiver
   * @param days the time until the waiver ends, 1 or more; the server may have an upper limit
   * @throws IllegalArgumentException if the justification is blank, or {@code days} is less than 1
   * @throws XrayConcurrentChangeException if the answer was lost, and somebody else rejected the
   *     request
   * @throws XrayForbiddenException if the user is neither an administrator nor a member of a
   *     decision-owner group
   * @throws XrayApiException if there is no such request, or it was decided before
   */
  default void approve(WaiverRequestId id, String justification, int days) {
    decide(id, WaiverDecision.approve(justification, days));
  }

  /**
   * Rejects a waiver request. JFrog's documentation does not describe this endpoint; its behavior
   * is known from observation only.
   *
   * @param justification why the request is rejected, for the requesters
   * @throws IllegalArgumentException if the justification is blank
   * @throws XrayConcurrentChangeException if the answer was lost, and somebody else approved the
   *     request
   * @throws XrayForbiddenException if the user is neither an administrator nor a member of a
   *     decision-owner group
   * @throws XrayApiException if there is no such request, or it was decided before
   */
  default void reject(WaiverRequestId id, String justification) {
    decide(id, WaiverDecision.reject(justification));
  }
}
