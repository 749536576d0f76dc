package io.github.xrayclient.examples.listing;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.ViolationType;
import io.github.xrayclient.violation.Violations;
import io.github.xrayclient.watch.Watches;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that select violations. */
final class ViolationFilters {
  private static final int MOST_DAYS = 36_500;

  /** The types of violations. */
  enum Type {
    SECURITY(ViolationType.SECURITY),
    LICENSE(ViolationType.LICENSE),
    OPERATIONAL_RISK(ViolationType.OPERATIONAL_RISK);

    private final ViolationType value;

    Type(ViolationType value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The severities, the lowest first. */
  enum Level {
    LOW(Severity.LOW),
    MEDIUM(Severity.MEDIUM),
    HIGH(Severity.HIGH),
    CRITICAL(Severity.CRITICAL);

    private final Severity value;

    Level(Severity value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--watch",
      paramLabel = "NAME|ID",
      description = "Lists only violations that this watch found.")
  NameOrId watch;

  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description = "Lists only violations of artifacts in this repository.")
  String repository;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Lists only violations of this artifact in the repository of --repo.")
  String path;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "Lists only violations that were found in the last DAYS days.")
  Integer days;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Lists only violations of this type: ${COMPLETION-CANDIDATES}.")
  Type type;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description =
          "Lists only violations of this severity or a higher one:" + " ${COMPLETION-CANDIDATES}.")
  Level severity;

  @Option(
      names = "--cve",
      paramLabel = "CVE",
      description = "Lists only violations with this CVE, such as CVE-2021-44228.")
  String cve;

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "Lists only violations of this component, such as npm://lodash or lodash.")
  String component;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Lists only violations of the Xray policy of this name.")
  NameOrId policy;

  void check() {
    if (path != null && repository == null) {
      throw new IllegalArgumentException("--path needs --repo, the repository of the artifact");
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new IllegalArgumentException(
          "--days must be from 1 to " + MOST_DAYS + ", but was " + days);
    }
    if (policy != null && !policy.mayBeName()) {
      throw new IllegalArgumentException(
          "--policy must be a name, since Xray policies have no ids; leave id: out");
    }
  }

  /** The violations that match each option that is set, with details such as their CVEs. */
  ViolationQuery of(XrayClient xray, String project) {
    Violations all = project == null ? xray.violations() : xray.violations().inProject(project);
    ViolationQuery query = all.list().everything().includeDetails();
    query = watch == null ? query : query.watch(watches(xray, project).nameOf(watch));
    query = days == null ? query : query.createdFrom(start());
    query = repository == null ? query : ofRepository(query);
    query = type == null ? query : query.type(type.value);
    query = severity == null ? query : query.minSeverity(severity.value);
    query = cve == null ? query : query.cve(cve);
    query = component == null ? query : query.component(component);
    return policy == null ? query : query.policy(policy.text());
  }

  private static Watches watches(XrayClient xray, String project) {
    return project == null ? xray.watches() : xray.watches().inProject(project);
  }

  private Instant start() {
    return Instant.now().minus(days, ChronoUnit.DAYS);
  }

  private ViolationQuery ofRepository(ViolationQuery query) {
    return path == null ? query.repository(repository) : query.artifact(repository, path);
  }
}
