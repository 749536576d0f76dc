package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.audit.DryRunPackage;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of a dry-run policy while they are read, without keeping them. Not thread-safe.
 */
public final class DryRunCounts {
  private static final String ANONYMOUS = "anonymous";

  private final Map<List<Object>, Counted> packages = new LinkedHashMap<>();
  private final Map<String, Long> repositories = new TreeMap<>();
  private final Map<String, Long> users = new TreeMap<>();
  private long downloads;

  /** Reads the events of this policy in the given time until now. */
  public static DryRunReport read(ApiCalls xray, CurationPolicyId policy, Duration last) {
    AuditSpan span = RequestedSpan.usual().last("last", last).now();
    DryRunCounts counts = new DryRunCounts();
    AuditListing.of(xray, span).dryRun().policyId(policy).forEach(counts::add);
    return counts.report(policy, span);
  }

  private void add(AuditEvent event) {
    Optional<PackageType> type = NonBlank.word(event.packageType());
    String name = NonBlank.text(event.packageName()).orElse("");
    String user = NonBlank.text(event.username()).orElse(ANONYMOUS);
    Optional<String> repository = NonBlank.text(event.curatedRepository());
    packages
        .computeIfAbsent(List.of(type, name), any -> new Counted(type, name))
        .add(event, user, repository);
    repository.ifPresent(key -> repositories.merge(key, 1L, Long::sum));
    users.merge(user, 1L, Long::sum);
    downloads++;
  }

  private DryRunReport report(CurationPolicyId policy, AuditSpan span) {
    return DryRunReport.builder()
        .policy(policy)
        .createdFrom(Timestamp.of(span.start()))
        .createdUntil(Timestamp.of(span.end()))
        .downloads(downloads)
        .packages(packages.values().stream()
            .map(Counted::value)
            .sorted(Comparator.comparingLong(DryRunPackage::downloads)
                .reversed()
                .thenComparing(DryRunPackage::packageName))
            .collect(Collectors.toList()))
        .repositories(mostFirst(repositories))
        .users(mostFirst(users))
        .build();
  }

  private static Map<String, Long> mostFirst(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** The counts of one package. */
  private static final class Counted {
    private final Optional<PackageType> type;
    private final String name;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Set<String> repositories = new TreeSet<>();
    private final Set<String> users = new TreeSet<>();
    private @Nullable Timestamp last;
    private long downloads;

    Counted(Optional<PackageType> type, String name) {
      this.type = type;
      this.name = name;
    }

    void add(AuditEvent event, String user, Optional<String> repository) {
      downloads++;
      NonBlank.text(event.packageVersion())
          .ifPresent(version -> versions.merge(version, 1L, Long::sum));
      repository.ifPresent(repositories::add);
      users.add(user);
      event.createdAt().filter(this::isLater).ifPresent(time -> last = time);
    }

    private boolean isLater(Timestamp time) {
      Optional<Instant> latest = Optional.ofNullable(last).flatMap(Timestamp::toInstant);
      return latest.isEmpty() || time.toInstant().filter(latest.get()::isBefore).isPresent();
    }

    DryRunPackage value() {
      return DryRunPackage.builder()
          .packageType(type)
          .packageName(name)
          .downloads(downloads)
          .versions(mostFirst(versions))
          .repositories(repositories)
          .users(users)
          .lastSeen(Optional.ofNullable(last))
          .build();
    }
  }
}
