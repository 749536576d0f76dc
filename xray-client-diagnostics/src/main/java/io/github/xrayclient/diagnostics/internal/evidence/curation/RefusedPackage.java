package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.refusal.address.CatalogSpelling;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package that Curation refused, with facts from the refusal and the audit. Names and versions
 * are compared by the rules of the package type. Immutable.
 */
final class RefusedPackage {
  private final String name;
  private final Optional<String> version;
  private final boolean ofAllVersions;
  private final Optional<PackageType> type;
  private final Optional<String> repository;
  private final List<String> curated; // empty if not known

  private RefusedPackage(
      String name,
      Optional<String> version,
      boolean ofAllVersions,
      Optional<PackageType> type,
      Optional<String> repository,
      List<String> curated) {
    this.name = name;
    this.version = version;
    this.ofAllVersions = ofAllVersions;
    this.type = type;
    this.repository = repository;
    this.curated = curated;
  }

  /** A package that was refused in a repository, or in its cache. */
  static RefusedPackage of(String name, Optional<String> version, Optional<String> repository) {
    Optional<String> remote = repository.map(key -> CacheKeys.withoutCache(key).orElse(key));
    return new RefusedPackage(name, version, false, Optional.empty(), remote, List.of());
  }

  /** Returns a copy of which all versions were refused, so that no event tells the version. */
  RefusedPackage ofAllVersions() {
    return new RefusedPackage(name, Optional.empty(), true, type, repository, curated);
  }

  /**
   * Returns a copy with the facts of the audit events about this refusal, the newest first. The
   * name and the version get the spelling of the catalog, which waivers and requests use. A refusal
   * of one version that does not name it gets the version of the newest event.
   */
  RefusedPackage knownFrom(List<AuditEvent> events) {
    AuditEvent newest = events.get(0);
    RefusedPackage known = new RefusedPackage(
        NonBlank.text(newest.packageName()).orElse(name),
        NonBlank.text(newest.packageVersion()).filter(text -> !ofAllVersions).or(() -> version),
        ofAllVersions,
        NonBlank.word(newest.packageType()).or(() -> type),
        repository,
        curated);
    return known.in(events.stream()
        .filter(known::isPackageOf)
        .flatMap(event -> NonBlank.text(event.curatedRepository()).stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList()));
  }

  /** Returns a copy with this type, unless the type is known. */
  RefusedPackage ofType(Optional<PackageType> other) {
    return new RefusedPackage(
        name, version, ofAllVersions, type.or(() -> other), repository, curated);
  }

  /**
   * Returns a copy that was refused in one of these curated remote repositories; without keys, this
   * package.
   */
  RefusedPackage in(List<String> keys) {
    Optional<String> known = keys.size() == 1 ? Optional.of(keys.get(0)) : repository;
    return keys.isEmpty()
        ? this
        : new RefusedPackage(name, version, ofAllVersions, type, known, keys);
  }

  String name() {
    return name;
  }

  Optional<String> version() {
    return version;
  }

  /** What to ask waiver requests for: the name, and the version if it is known. */
  List<String> nameAndVersion() {
    return Stream.concat(Stream.of(name), version.stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * The type if its names or versions have several spellings. A server that is asked for one of
   * them may leave out requests in another one.
   */
  Optional<PackageType> typeWithSpellings() {
    return type.filter(known -> CatalogSpelling.hasSeveral(known.wire()));
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
    return curated.size() == 1 ? Optional.of(curated.get(0)) : Optional.empty();
  }

  /**
   * The curated remote repositories behind that of the refusal, at least one of which refused the
   * package; empty if it is not known which there are.
   */
  List<String> curatedRepositories() {
    return curated;
  }

  /** Whether an event is about this package, in whatever repository. */
  boolean isPackageOf(AuditEvent event) {
    return isNamed(event.packageName(), event.packageType())
        && (version.isEmpty() || isVersion(event.packageVersion(), event.packageType()));
  }

  /** Whether an event about this package names the refusal's repository. */
  boolean isRefusedBy(AuditEvent event) {
    return repository.isEmpty()
        || event.curatedRepository().equals(repository)
        || event.originRepository().equals(repository);
  }

  /**
   * Whether an event about this package happened in one of the curated repositories behind that of
   * the refusal, and names no other repository through which the package was requested.
   */
  boolean isRefusedBehindIt(AuditEvent event) {
    Optional<String> key = NonBlank.text(event.curatedRepository());
    return key.filter(curated::contains).isPresent()
        && NonBlank.text(event.originRepository()).or(() -> key).equals(key);
  }

  /** Whether a waiver request is for this package. Servers may ignore the filters of the query. */
  boolean isIn(WaiverRequest request) {
    return isNamed(request.packageName(), request.packageType())
        && (version.isEmpty() || isVersion(request.packageVersion(), request.packageType()))
        && (type.isEmpty() || request.packageType().equals(type));
  }

  /** The repository of a waiver request, if it is certain that another one refused the package. */
  Optional<String> otherRepository(WaiverRequest request) {
    return NonBlank.text(request.repositoryKey())
        .filter(key -> !curated.isEmpty() && !curated.contains(key));
  }

  /** The repository of a waiver request, if it is not known whether it refused the package. */
  Optional<String> uncertainRepository(WaiverRequest request) {
    return NonBlank.text(request.repositoryKey())
        .filter(key -> curated.isEmpty() || (curated.size() > 1 && curated.contains(key)))
        .filter(key -> repository.filter(key::equals).isEmpty());
  }

  /** Whether a waiver is for any version of this package. */
  boolean isOf(PackageWaiver waiver) {
    return isNamed(waiver.packageName(), waiver.packageType())
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
    return version.map(own -> waiver.packageVersions().stream()
        .anyMatch(each -> isVersion(Optional.of(each), waiver.packageType())));
  }

  private boolean isNamed(Optional<String> other, Optional<PackageType> otherType) {
    return other
        .filter(each -> CatalogSpelling.isCertainlyOneName(typeOr(otherType), name, each))
        .isPresent();
  }

  private boolean isVersion(Optional<String> other, Optional<PackageType> otherType) {
    return version.isPresent()
        && other
            .filter(each ->
                CatalogSpelling.isCertainlyOneVersion(typeOr(otherType), version.get(), each))
            .isPresent();
  }

  private String typeOr(Optional<PackageType> other) {
    return type.or(() -> other).map(WireValue::wire).orElse("");
  }

  @Override
  public String toString() {
    return name + version.map(text -> " " + text).orElse("");
  }
}
