package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.audit.AuditAction;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds a refusal in Curation's audit, and the curated remote repositories that may have refused
 * the package. Not thread-safe.
 */
final class AuditEvidence {
  private final CurationReads reads;
  private final OptionalReads repositories;

  AuditEvidence(CurationReads reads, OptionalReads repositories) {
    this.reads = reads;
    this.repositories = repositories;
  }

  /**
   * Returns the package with what the audit tells, and adds whether the audit contains the refusal.
   * The repositories are only looked up if the audit does not name the curated one.
   */
  RefusedPackage audited(
      RefusedPackage refused, List<CurationFinding> findings, List<NotChecked> notChecked) {
    Optional<List<AuditEvent>> newest = reads.events(notChecked);
    List<AuditEvent> ofPackage = newest.stream()
        .flatMap(List::stream)
        .filter(each -> each.outcome().filter(AuditAction.BLOCKED::equals).isPresent())
        .filter(refused::isPackageOf)
        .collect(Collectors.toList());
    List<AuditEvent> own = only(ofPackage, refused::isRefusedBy);
    RefusedPackage known = own.isEmpty() ? refused : refused.knownFrom(own);
    RefusedPackage located = located(known, notChecked);
    if (own.isEmpty()) {
      own = only(ofPackage, located::isRefusedBehindIt);
      located = own.isEmpty() ? located : located.knownFrom(own);
    }
    boolean isKnown = ofPackage.isEmpty() || !located.curatedRepositories().isEmpty();
    if (!own.isEmpty()) {
      findings.add(CurationFinding.of(CurationFinding.Kind.IN_AUDIT, sentence(own.get(0))));
    } else if (newest.isPresent() && isKnown) {
      findings.add(CurationFinding.of(
          CurationFinding.Kind.NOT_IN_AUDIT,
          "The newest " + CurationReads.EVENTS
              + " events of the last day in Curation's audit do not contain this refusal."));
    }
    return located;
  }

  private static List<AuditEvent> only(List<AuditEvent> events, Predicate<AuditEvent> condition) {
    return events.stream().filter(condition).collect(Collectors.toList());
  }

  /** The package with its type and the curated remote repositories, if they can be looked up. */
  RefusedPackage located(RefusedPackage refused, List<NotChecked> notChecked) {
    if (refused.repository().isEmpty() || !refused.curatedRepositories().isEmpty()) {
      return refused;
    }
    CuratedRepositories curated = CuratedRepositories.of(refused.repository().get(), repositories);
    curated
        .problem()
        .map(problem -> NotChecked.of(NotChecked.Subject.REPOSITORY, problem))
        .filter(entry -> !notChecked.contains(entry))
        .ifPresent(notChecked::add);
    return refused
        .ofType(NonBlank.text(Optional.of(curated.type())).map(PackageType::of))
        .in(curated.certainKeys());
  }

  private static String sentence(AuditEvent event) {
    return "Curation's audit contains this refusal: the package was blocked"
        + event.createdAt().map(time -> " at " + time).orElse("")
        + NonBlank.text(event.username())
            .map(user -> " for user " + QuotedNames.of(user))
            .orElse("")
        + NonBlank.text(event.curatedRepository())
            .map(key -> " in repository " + QuotedNames.of(key))
            .orElse("")
        + NonBlank.text(event.originRepository())
            .filter(key -> !event.curatedRepository().equals(Optional.of(key)))
            .map(key -> ", requested through repository " + QuotedNames.of(key))
            .orElse("")
        + ".";
  }
}
