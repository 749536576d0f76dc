package io.github.xrayclient.diagnostics.internal.refusal.audit;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what a row or event reports about a blocked package. Texts may be empty. Not thread-safe. */
final class ReportedPackage {
  private static final String ALL_VERSIONS = "allversionsblocked";

  private final String name;
  private final String version;
  private final List<ViolatedPolicy> policies = new ArrayList<>();
  private String repository = "";
  private String address = "";
  private String reason = "";
  private boolean waiversAllowed;

  private ReportedPackage(String name, String version) {
    this.name = name;
    this.version = version;
  }

  static ReportedPackage named(String name, String version) {
    return new ReportedPackage(name, version);
  }

  /** Sets the repository, unless it is known. */
  ReportedPackage in(String key) {
    repository = repository.isEmpty() ? key : repository;
    return this;
  }

  /** Sets the address from which the package was requested. */
  ReportedPackage requestedFrom(String url) {
    address = url;
    return this;
  }

  /** Adds words about the reason. */
  ReportedPackage because(String words) {
    reason += words.toLowerCase(Locale.ROOT) + "\n";
    return this;
  }

  ReportedPackage waiversAllowed(boolean allowed) {
    waiversAllowed = allowed;
    return this;
  }

  /** Adds a policy. An entry without a name explains why the package is blocked without a policy. */
  ReportedPackage violates(
      String policy, String condition, String explanation, String recommendation) {
    if (given(policy).isEmpty()) {
      return because(explanation);
    }
    policies.add(ViolatedPolicy.builder()
        .policy(policy)
        .condition(given(condition))
        .explanation(given(explanation))
        .recommendation(given(recommendation))
        .raw(Stream.of(policy, condition, explanation, recommendation)
            .map(ReportedPackage::given)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")))
        .build());
    return this;
  }

  /** Whether the record tells why the package is blocked. */
  boolean hasReason() {
    return reason() != Reason.UNKNOWN;
  }

  /** Whether the record tells why the package is blocked, and the reason is not a policy. */
  boolean hasOtherReason() {
    return hasReason() && reason() != Reason.POLICY_VIOLATION;
  }

  /**
   * The refusal of the package.
   *
   * @param text the row or event as it was read
   */
  BlockedDownload refusal(String text) {
    String url = DownloadAddress.withoutCredentials(address);
    return BlockedDownload.builder()
        .kind(BlockedDownload.Kind.CURATION_BLOCK)
        .repository(given(repository))
        .address(given(DownloadAddress.plain(address)))
        .curation(CurationRefusal.builder()
            .packageName(given(name))
            .packageVersion(given(version).filter(each -> !isAllVersions()))
            .reason(reason())
            .policies(policies)
            .waiversAllowed(waiversAllowed)
            .build())
        .text(SearchableText.cut(address.isEmpty() ? text : text.replace(address, url)))
        .build();
  }

  private Reason reason() {
    if (reason.contains("on-demand")) {
      return Reason.ON_DEMAND_SCAN_PENDING;
    }
    if (reason.contains("pending") || reason.contains("not being found")) {
      return Reason.NOT_IN_CATALOG;
    }
    if (isAllVersions()) {
      return Reason.NO_COMPLIANT_VERSION;
    }
    return policies.isEmpty() && !reason.contains("policy violation")
        ? Reason.UNKNOWN
        : Reason.POLICY_VIOLATION;
  }

  private boolean isAllVersions() {
    return version.replaceAll("\\s", "").equalsIgnoreCase(ALL_VERSIONS);
  }

  /** The text, unless it is blank or a dash that stands for nothing. */
  private static Optional<String> given(String text) {
    String value = text.strip();
    return Optional.of(value)
        .filter(each -> !each.isEmpty() && !each.equals("-") && !each.equals("\u2014"));
  }
}
