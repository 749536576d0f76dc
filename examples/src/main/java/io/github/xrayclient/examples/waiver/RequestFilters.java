package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.value.NameOrId;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that select waiver requests. */
final class RequestFilters {
  /** The statuses of requests. */
  enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    ANY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Lists only requests for packages of this type, such as npm or PyPI.")
  PackageType type;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Lists only requests for the package with this name.")
  String name;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "Lists only requests for this version.")
  String version;

  @Option(
      names = "--requester",
      paramLabel = "USER",
      description = "Lists only requests of this user.")
  String user;

  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      description = "Lists only requests for packages that the policy with this name or ID blocks.")
  NameOrId policy;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "pending",
      description = "Lists requests of this status: ${COMPLETION-CANDIDATES}. Default:"
          + " ${DEFAULT-VALUE}.")
  Status status;

  @Option(
      names = "--all",
      description = "Also lists requests that others decide. Default: only those that you may"
          + " decide, unless --status asks for decided ones.")
  boolean all;

  /** Refuses filters beside decisions, since requests are decided by their IDs only. */
  void refuseBesideDecisions() {
    boolean isGiven = all || status != Status.PENDING || policy != null || user != null;
    if (isGiven || type != null || name != null || version != null) {
      throw new IllegalArgumentException("--approve and --reject decide requests by their IDs, so"
          + " they cannot be used with options that filter the list; leave these options out");
    }
  }

  /** The requests that match each option that is set. */
  Stream<WaiverRequest> of(Curation curation) {
    WaiverRequestQuery query = curation.waiverRequests().list();
    query = all || status != Status.PENDING ? query : query.decidableByMe();
    query = type == null ? query : query.packageType(type);
    query = name == null ? query : query.packageName(name);
    query = version == null ? query : query.packageVersion(version);
    query = user == null ? query : query.requestedBy(user);
    query =
        policy == null ? query : query.blockedBy(curation.policies().get(policy).id());
    return status == Status.ANY
        ? query.inEveryStatus()
        : query.status(WaiverRequestStatus.of(status.toString())).stream();
  }
}
