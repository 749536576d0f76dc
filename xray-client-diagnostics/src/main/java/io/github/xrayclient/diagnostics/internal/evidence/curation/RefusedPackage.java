package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.List;
import java.util.Optional;

/** A package that Curation refused, with facts from the refusal and the audit. Immutable. */
final class RefusedPackage {
  private final String name;
  private final Optional<String> version;
  private final Optional<PackageType> type;
  private final Optional<String> repository;
  private final boolean curated; // whether the repository is known to be a curated remote one

  private RefusedPackage(
      String name,
      Optional<String> version,
      Optional<PackageType> type,
      Optional<String> repository,
      boolean curated) {
    this.name = name;
    this.version = version;
    this.type = type;
    this.repository = repository;
    this.curated = curated;
  }

  /** A package that was refused in a repository, or in its cache. */
  static RefusedPackage of(String name, Optional<String> version, Optional<String> repository) {
    Optional<String> remote =
        repository.map(key -> WatchCoverage.withoutCache(key).orElse(key));
    return new RefusedPackage(name, version, Optional.empty(), remote, false);
  }

  /** Returns a copy with the facts of an audit event. */
  RefusedPackage knownFrom(AuditEvent event) {
    Optional<String> key = NonBlank.text(event.curatedRepository());
    return new RefusedPackage(
        name,
        version.or(() -> NonBlank.text(event.packageVersion())),
        NonBlank.word(event.packageType()).or(() -> type),
        key.or(() -> repository),
        curated || key.isPresent());
  }

  /** Returns a copy with this type, unless the type is known. */
  RefusedPackage ofType(Optional<PackageType> other) {
    return new RefusedPackage(name, version, type.or(() -> other), repository, curated);
  }

  /** Returns a copy that was refused in this curated remote repository. */
  RefusedPackage inCurated(String key) {
    return new RefusedPackage(name, version, type, Optional.of(key), true);
  }

  String name() {
    return name;
  }

  Optional<String> version() {
    return version;
  }

  /** The name, and the version if it is known. */
  List<String> nameAndVersion() {
    return version.map(text -> List.of(name, text)).orElseGet(() -> List.of(name));
  }

  Optional<PackageType> type() {
    return type;
  }

  /** The repository of the refusal, which may be a virtual one. */
  Optional<String> repository() {
    return repository;
  }

  /** The curated remote repository; empty if it is not known. */
  Optional<String> curatedRepository() {
    return repository.filter(key -> curated);
  }

  /** Whether an event is about this package. */
  boolean isIn(AuditEvent event) {
    return event.packageName().filter(name::equals).isPresent()
        && (version.isEmpty() || event.packageVersion().equals(version))
        && (repository.isEmpty()
            || event.curatedRepository().equals(repository)
            || event.originRepository().equals(repository));
  }

  /** Whether a waiver request is for this package. Servers may ignore the filters of the query. */
  boolean isIn(WaiverRequest request) {
    return request.packageName().filter(name::equals).isPresent()
        && (version.isEmpty() || request.packageVersion().equals(version))
        && (type.isEmpty() || request.packageType().equals(type));
  }

  /** The repository of a waiver request, if it differs from the one that refused the package. */
  Optional<String> otherRepository(WaiverRequest request) {
    return NonBlank.text(request.repositoryKey())
        .filter(key -> repository.filter(own -> !own.equals(key)).isPresent());
  }

  /** Whether a waiver is for any version of this package. */
  boolean isOf(PackageWaiver waiver) {
    return waiver.packageName().filter(name::equals).isPresent()
        && (type.isEmpty() || waiver.packageType().equals(type));
  }

  /** Whether a waiver is for a package with a similar name, and may be meant for this one. */
  boolean isNear(PackageWaiver waiver) {
    return !isOf(waiver) && waiver.packageName().filter(name::equalsIgnoreCase).isPresent();
  }

  /** Whether a waiver for this package covers the version; empty if the version is not known. */
  Optional<Boolean> isWaivedBy(PackageWaiver waiver) {
    if (waiver.allVersions().orElse(false)) {
      return Optional.of(true);
    }
    return version.map(waiver.packageVersions()::contains);
  }

  @Override
  public String toString() {
    return name + version.map(text -> " " + text).orElse("");
  }
}
