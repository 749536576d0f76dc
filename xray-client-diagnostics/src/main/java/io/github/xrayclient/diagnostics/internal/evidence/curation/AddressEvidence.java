package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.address.PackagePath;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Adds what Curation does with the package that a refused address or a path names, if its
 * repository is curated.
 */
final class AddressEvidence {
  private final PackageStatusReader statuses;
  private final OptionalReads repositories;

  AddressEvidence(PackageStatusReader statuses, OptionalReads repositories) {
    this.statuses = statuses;
    this.repositories = repositories;
  }

  BlockExplanation weigh(BlockExplanation found) {
    Optional<String> repository = found.repository();
    if (repository.isEmpty()) {
      return found;
    }
    CuratedRepositories curated = CuratedRepositories.of(repository.get(), repositories);
    if (curated.problem().isPresent()) {
      return notAsked(found, curated.problem().get());
    }
    if (curated.isEmpty()) {
      return found;
    }
    if (!PackagePath.hasForm(curated.type())) {
      return notAsked(
          found,
          curated.type().isEmpty()
              ? "the package type of the repository is not known"
              : "it is not known how a path names a package of type "
                  + QuotedNames.of(curated.type()));
    }
    Optional<PackagePath> named = found
        .refusal()
        .flatMap(BlockedDownload::address)
        .flatMap(DownloadAddress::parse)
        .flatMap(DownloadAddress::path)
        .or(found::path)
        .flatMap(path -> PackagePath.read(curated.type(), path))
        .filter(path -> path.version().isPresent());
    return named
        .map(path -> withStatus(
            found,
            RefusedPackage.of(path.name(), path.version(), Optional.empty())
                .ofType(Optional.of(PackageType.of(curated.type())))
                .in(curated.certainKeys())))
        .orElseGet(() -> notAsked(
            found,
            found.refusal().isPresent()
                ? "the address does not name a package and its version"
                : "the path does not name a package and its version"));
  }

  /**
   * Adds what Curation does with the package that the path of an artifact names. The members of a
   * virtual repository are looked up only if the path names a package.
   */
  BlockExplanation weighArtifact(BlockExplanation found) {
    Optional<Repository> own = found
        .repository()
        .filter(key -> found.path().isPresent())
        .flatMap(key -> CuratedRepositories.lookUp(key, repositories).value());
    boolean isCurated = own.flatMap(Repository::curated).orElse(false);
    boolean isPackage = own.flatMap(repository -> NonBlank.text(repository.packageType()))
        .flatMap(type -> PackagePath.read(type, found.path().orElse("")))
        .flatMap(PackagePath::version)
        .isPresent();
    boolean mayBeCurated = isCurated
        || (isPackage
            && !CuratedRepositories.of(found.repository().get(), repositories).isEmpty());
    return mayBeCurated ? weigh(found) : found;
  }

  private static BlockExplanation notAsked(BlockExplanation found, String because) {
    return found.toBuilder()
        .addNotChecked(NotChecked.of(Subject.PACKAGE_STATUS, because))
        .build();
  }

  private BlockExplanation withStatus(BlockExplanation found, RefusedPackage refused) {
    boolean isRefusal = found.refusal().isPresent();
    List<NotChecked> notChecked = new ArrayList<>(found.notChecked());
    List<NextStep> own = new ArrayList<>();
    List<CurationFinding> findings = new ArrayList<>();
    Optional<CurationRefusal> curation = statuses.read(refused, notChecked).map(now -> {
      now.addTo(findings, own, isRefusal);
      return CurationRefusal.builder()
          .packageName(refused.name())
          .packageVersion(refused.version())
          .reason(CurationRefusal.Reason.UNKNOWN)
          .waiversAllowed(false)
          .policies(withoutFindings(StatusPolicies.merged(List.of(), now)))
          .findings(findings)
          .build();
    });
    List<NextStep> steps = new ArrayList<>(found.causes().isEmpty() ? own : found.nextSteps());
    (found.causes().isEmpty() ? found.nextSteps() : own)
        .stream().filter(step -> !steps.contains(step)).forEach(steps::add);
    return found.toBuilder()
        .refusal(
            found.refusal().map(known -> known.toBuilder().curation(curation).build()))
        .packageStatus(isRefusal ? Optional.empty() : curation)
        .notChecked(notChecked)
        .nextSteps(steps)
        .build();
  }

  /** The policies without the findings that compare them with a message, because there is none. */
  private static List<ViolatedPolicy> withoutFindings(List<ViolatedPolicy> policies) {
    return policies.stream()
        .map(policy -> policy.toBuilder().findings(List.of()).build())
        .collect(Collectors.toList());
  }
}
