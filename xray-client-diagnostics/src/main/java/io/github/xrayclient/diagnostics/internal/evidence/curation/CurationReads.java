package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The optional read requests to Curation of one call, none of which is sent twice. Not thread-safe. */
final class CurationReads {
  /** The largest number of audit events that are read. */
  static final int EVENTS = 1_000;

  private static final int POLICIES = 2_000;
  private static final int REQUESTS = 100;
  private static final int REQUESTS_OF_TYPE = 1_000;
  private static final int PACKAGES = 20;

  private final OptionalRead<Boolean, List<CurationPolicy>> policies;
  private final OptionalRead<Boolean, List<AuditEvent>> events;
  private final OptionalRead<List<String>, List<WaiverRequest>> requests;
  private final OptionalRead<PackageType, List<WaiverRequest>> requestsOfType;
  private final OptionalRead<List<String>, PackageStatus> statuses;

  CurationReads(XrayClient xray) {
    Curation curation = Curation.of(xray);
    this.policies = OptionalRead.of(any -> policies(curation), 1);
    this.events = OptionalRead.of(any -> events(curation), 1);
    this.requests = OptionalRead.ofEndpoint(of -> requests(curation, of), PACKAGES);
    this.requestsOfType = OptionalRead.ofEndpoint(type -> requestsOfType(curation, type), PACKAGES);
    this.statuses = OptionalRead.ofEndpoint(of -> status(curation, of), PACKAGES);
  }

  /** The policies. Like the other methods, adds to {@code notChecked} why there is no answer. */
  Optional<List<CurationPolicy>> policies(List<NotChecked> notChecked) {
    return value(policies.ask(true), Subject.CURATION_POLICIES, notChecked);
  }

  /** The newest audit events of the last day. */
  Optional<List<AuditEvent>> events(List<NotChecked> notChecked) {
    return value(events.ask(true), Subject.CURATION_AUDIT, notChecked);
  }

  /** The waiver requests that may be for a package, as far as the limits allow. */
  Optional<List<WaiverRequest>> requests(RefusedPackage refused, List<NotChecked> notChecked) {
    Optional<PackageType> type = refused.typeWithSpellings();
    Optional<List<WaiverRequest>> ofType = type.flatMap(known -> requestsOfType(known, notChecked));
    if (type.isPresent()
        && ofType.filter(some -> some.size() == REQUESTS_OF_TYPE).isEmpty()) {
      return ofType;
    }
    Optional<List<WaiverRequest>> exact =
        value(requests.ask(refused.nameAndVersion()), Subject.WAIVER_REQUESTS, notChecked);
    return ofType.isEmpty()
        ? exact
        : Optional.of(Stream.of(ofType, exact)
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.toUnmodifiableList()));
  }

  private Optional<List<WaiverRequest>> requestsOfType(
      PackageType type, List<NotChecked> notChecked) {
    Optional<List<WaiverRequest>> found =
        value(requestsOfType.ask(type), Subject.WAIVER_REQUESTS, notChecked);
    if (found.filter(some -> some.size() == REQUESTS_OF_TYPE).isPresent()) {
      notChecked.add(NotChecked.of(
          Subject.WAIVER_REQUESTS,
          "of the requests for packages of type " + type + ", only the first " + REQUESTS_OF_TYPE
              + " and those for the spelling in the refusal were read"));
    }
    return found;
  }

  /** What Curation does with a package now. */
  Optional<PackageStatus> status(
      PackageType type, String name, String version, List<NotChecked> notChecked) {
    return value(
        statuses.ask(List.of(type.wire(), name, version)), Subject.PACKAGE_STATUS, notChecked);
  }

  private static <A> Optional<A> value(
      OptionalRead.Answer<A> answer, Subject what, List<NotChecked> notChecked) {
    if (answer.value().isEmpty()) {
      NotChecked entry = NotChecked.of(what, answer.problem());
      if (!notChecked.contains(entry)) {
        notChecked.add(entry);
      }
    }
    return answer.value();
  }

  private static List<CurationPolicy> policies(Curation curation) {
    return limited(curation.policies().list().pageSize(500).stream(), POLICIES);
  }

  /** Reads the newest audit events with a single request. */
  private static List<AuditEvent> events(Curation curation) {
    return limited(
        curation.audit().list().last(Duration.ofDays(1)).pageSize(EVENTS).stream(), EVENTS);
  }

  private static List<WaiverRequest> requests(Curation curation, List<String> nameAndVersion) {
    WaiverRequestQuery query = curation.waiverRequests().list().packageName(nameAndVersion.get(0));
    for (String version : nameAndVersion.subList(1, nameAndVersion.size())) {
      query = query.packageVersion(version);
    }
    return limited(query.inEveryStatus(), REQUESTS);
  }

  /** Reads the requests in whatever spelling, which the server cannot be asked for. */
  private static List<WaiverRequest> requestsOfType(Curation curation, PackageType type) {
    return limited(
        curation.waiverRequests().list().packageType(type).pageSize(500).inEveryStatus(),
        REQUESTS_OF_TYPE);
  }

  private static PackageStatus status(Curation curation, List<String> typeNameAndVersion) {
    return curation
        .packages()
        .status(
            PackageType.of(typeNameAndVersion.get(0)),
            typeNameAndVersion.get(1),
            typeNameAndVersion.get(2));
  }

  private static <T> List<T> limited(Stream<T> all, int most) {
    try (Stream<T> stream = all) {
      return stream.limit(most).collect(Collectors.toUnmodifiableList());
    }
  }
}
