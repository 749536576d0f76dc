package io.github.xrayclient.curation.internal.waiverrequest;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.waiverrequest.BlockingPolicy;
import io.github.xrayclient.curation.waiverrequest.WaiverExpiryStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query asked for. Servers ignore filters that they do not know, so each waiver request is
 * checked. One that lacks the field of a filter is accepted, since older servers send few fields.
 * Immutable.
 */
final class RequestedWaivers {
  private final Map<String, Predicate<WaiverRequest>> contradictions;

  private RequestedWaivers(Map<String, Predicate<WaiverRequest>> contradictions) {
    this.contradictions = contradictions;
  }

  /** Accepts every waiver request. */
  static RequestedWaivers all() {
    return new RequestedWaivers(Map.of());
  }

  /** Whether every waiver request is accepted. */
  boolean isEmpty() {
    return contradictions.isEmpty();
  }

  /** Whether a waiver request certainly is not what the query asked for. */
  boolean isContradictedBy(WaiverRequest request) {
    return contradictions.values().stream().anyMatch(contradiction -> contradiction.test(request));
  }

  /** Returns a copy that does not check this parameter. */
  RequestedWaivers without(String parameter) {
    Map<String, Predicate<WaiverRequest>> fewer = new LinkedHashMap<>(contradictions);
    fewer.remove(parameter);
    return new RequestedWaivers(fewer);
  }

  private RequestedWaivers with(String parameter, Predicate<WaiverRequest> contradiction) {
    Map<String, Predicate<WaiverRequest>> more = new LinkedHashMap<>(contradictions);
    more.put(parameter, contradiction);
    return new RequestedWaivers(more);
  }

  /** Asks for one of these values. */
  <V> RequestedWaivers in(
      String parameter, Set<V> wanted, Function<WaiverRequest, Optional<V>> field) {
    return with(
        parameter,
        request -> field.apply(request).filter(value -> !wanted.contains(value)).isPresent());
  }

  /**
   * Asks for a package. Names are compared as PyPI does, without case and with one separator for
   * all, since servers may return another spelling of the name.
   */
  RequestedWaivers named(String parameter, String name) {
    return with(
        parameter,
        request -> request
            .packageName()
            .filter(other -> !normal(other).equals(normal(name)))
            .isPresent());
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  /**
   * Asks for requests of this time or later. A time of a request that has no fraction of a second
   * may have been cut, so it is compared with the whole second.
   */
  RequestedWaivers from(
      String parameter, Instant time, Function<WaiverRequest, Optional<Timestamp>> field) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return with(
        parameter,
        request -> time(field, request)
            .filter(other ->
                other.isBefore(other.equals(other.truncatedTo(ChronoUnit.SECONDS)) ? second : time))
            .isPresent());
  }

  /** Asks for requests of this time or earlier. */
  RequestedWaivers until(
      String parameter, Instant time, Function<WaiverRequest, Optional<Timestamp>> field) {
    return with(
        parameter,
        request -> time(field, request)
            .filter(other -> other.getEpochSecond() > time.getEpochSecond())
            .isPresent());
  }

  private static Optional<Instant> time(
      Function<WaiverRequest, Optional<Timestamp>> field, WaiverRequest request) {
    return field.apply(request).flatMap(Timestamp::toInstant);
  }

  /** Asks for requests on which one of these groups decides. */
  RequestedWaivers decidedBy(String parameter, List<String> groups) {
    return with(parameter, request -> {
      List<String> owners = Stream.concat(
              request.decisionOwners().stream(),
              request.policies().stream().flatMap(policy -> policy.decisionOwners().stream()))
          .collect(Collectors.toList());
      return !owners.isEmpty()
          && owners.stream().noneMatch(owner -> groups.stream().anyMatch(owner::equalsIgnoreCase));
    });
  }

  /** Asks for requests of this user. */
  RequestedWaivers requestedBy(String user) {
    return with("requester", request -> {
      List<String> users = request.requesters().stream()
          .flatMap(requester -> requester.user().stream())
          .collect(Collectors.toList());
      return !users.isEmpty() && users.stream().noneMatch(user::equalsIgnoreCase);
    });
  }

  /** Asks for requests for packages that this policy blocks. */
  RequestedWaivers blockedBy(CurationPolicyId policy) {
    return with("policy", request -> {
      List<CurationPolicyId> ids = request.policies().stream()
          .flatMap(blocking -> blocking.id().stream())
          .collect(Collectors.toList());
      return !ids.isEmpty() && !ids.contains(policy);
    });
  }

  /** Asks for requests that the user may decide for at least one policy. */
  RequestedWaivers decidable(String parameter) {
    return with(
        parameter,
        request -> !request.policies().isEmpty()
            && request.policies().stream()
                .map(BlockingPolicy::canApprove)
                .allMatch(Optional.of(false)::equals));
  }

  /** Asks for approved requests whose waivers have this state. */
  RequestedWaivers expiring(String parameter, WaiverExpiryStatus status) {
    boolean permanent = status.equals(WaiverExpiryStatus.PERMANENT);
    return with(parameter, request -> {
      boolean isLimited = request.waiverExpiry().flatMap(Timestamp::toInstant).isPresent();
      return permanent
          ? isLimited
          : request.waiverExpiryStatus().filter(other -> !other.equals(status)).isPresent();
    });
  }
}
