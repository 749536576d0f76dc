package io.github.xrayclient.curation.waiverrequest;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import java.util.Optional;

/**
 * Reads, creates and decides requests for waivers. {@code Curation.waiverRequests()} returns it. Needs
 * Xray 3.138 or later. Immutable and thread-safe. Later versions may add methods, so mock this
 * interface, but do not implement it.
 */
public interface WaiverRequests {
  /** The pending requests, to filter and walk; other statuses by asking for each. */
  WaiverRequestQuery list();

  /**
   * One request. The server has no call for that, so the lists are searched: the pending requests
   * first, then the approved and the rejected ones, the latest first. This takes one request for every
   * 100 waiver requests that are looked at, up to all of them if none has the id.
   *
   * @throws XrayNotFoundException if no request has this id
   */
  WaiverRequest get(WaiverRequestId id);

  /** One request, or nothing if no request has this id. The lists are searched as by {@code get}. */
  Optional<WaiverRequest> find(WaiverRequestId id);

  /**
   * Asks for a waiver. If the same is asked for already, the user joins that request. Under a policy
   * that approves by itself the waiver is there at once.
   *
   * @return the id of the request
   * @throws XrayBadRequestException if the repository is unknown, or no policy takes requests
   * @throws XrayForbiddenException if the user has no access to the repository
   * @throws XrayReadBackException if the request was made, but the server's answer does not name its
   *     id
   * @see "JFrog REST APIs: Create Waiver Request"
   */
  WaiverRequestId create(WaiverRequestDraft draft);

  /**
   * Approves a request for good. This call is known from observation; no document describes it.
   *
   * @param justification of the waiver
   * @throws XrayConcurrentChangeException if the answer was lost and somebody rejected the request
   * @throws XrayForbiddenException if the user is not in a group that decides
   * @throws XrayApiException if there is no such request, or it is decided already
   */
  void approve(WaiverRequestId id, String justification);

  /**
   * Approves a request for some days, 1 or more; the server may have an upper limit. This call is known
   * from observation; no document describes it.
   *
   * @param justification of the waiver
   * @throws XrayConcurrentChangeException if the answer was lost and somebody rejected the request
   * @throws XrayForbiddenException if the user is not in a group that decides
   * @throws XrayApiException if there is no such request, or it is decided already
   */
  void approve(WaiverRequestId id, String justification, int days);

  /**
   * Rejects a request. This call is known from observation; no document describes it.
   *
   * @param justification what the requesters are told
   * @throws XrayConcurrentChangeException if the answer was lost and somebody approved the request
   * @throws XrayForbiddenException if the user is not in a group that decides
   * @throws XrayApiException if there is no such request, or it is decided already
   */
  void reject(WaiverRequestId id, String justification);
}
