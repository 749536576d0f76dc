package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lists the waivers of policies, and filters them. Immutable. */
final class WaiverListing implements WaiverQuery {
  private final CurationPolicies service;
  private final Supplier<Stream<CurationPolicy>> policies;
  private final Predicate<WaiverInPolicy<?>> created;
  private final Chosen<PackageWaiver> packages;
  private final Chosen<LabelWaiver> labels;

  private WaiverListing(
      CurationPolicies service,
      Supplier<Stream<CurationPolicy>> policies,
      Predicate<WaiverInPolicy<?>> created,
      Chosen<PackageWaiver> packages,
      Chosen<LabelWaiver> labels) {
    this.service = service;
    this.policies = policies;
    this.created = created;
    this.packages = packages;
    this.labels = labels;
  }

  /** Waivers of one kind: those that pass the filters for this kind, if there are any. */
  private static final class Chosen<W> {
    final boolean isFiltered;
    final Predicate<W> filter;

    Chosen(boolean isFiltered, Predicate<W> filter) {
      this.isFiltered = isFiltered;
      this.filter = filter;
    }

    Chosen<W> and(Predicate<W> more) {
      return new Chosen<>(true, filter.and(more));
    }

    /** Whether waivers of this kind are listed, beside those of the other kind. */
    boolean isListedBeside(Chosen<?> other) {
      return isFiltered || !other.isFiltered;
    }
  }

  /** Returns a query for all waivers of all policies. */
  static WaiverQuery of(CurationPolicies service) {
    return new WaiverListing(
        service,
        () -> service.list().stream(),
        waiver -> true,
        new Chosen<>(false, waiver -> true),
        new Chosen<>(false, waiver -> true));
  }

  @Override
  public WaiverQuery policy(NameOrId policy) {
    Objects.requireNonNull(policy, "policy");
    Supplier<Stream<CurationPolicy>> one =
        () -> Stream.of(policy).map(service::get); // read when the stream is consumed
    return new WaiverListing(service, one, created, packages, labels);
  }

  @Override
  public WaiverQuery packageType(PackageType type) {
    Arguments.word("type", type);
    return packages(waiver -> waiver.packageType().filter(type::equals).isPresent());
  }

  @Override
  public WaiverQuery packageName(NamePattern name) {
    Objects.requireNonNull(name, "name");
    return packages(waiver -> waiver.packageName().filter(name::matches).isPresent());
  }

  @Override
  public WaiverQuery packageVersion(String version) {
    Arguments.text("version", version);
    return packages(
        waiver -> waiver.allVersions().orElse(false) || waiver.packageVersions().contains(version));
  }

  private WaiverQuery packages(Predicate<PackageWaiver> filter) {
    return new WaiverListing(service, policies, created, packages.and(filter), labels);
  }

  @Override
  public WaiverQuery label(NamePattern label) {
    Objects.requireNonNull(label, "label");
    return new WaiverListing(
        service,
        policies,
        created,
        packages,
        labels.and(waiver -> waiver.label().filter(label::matches).isPresent()));
  }

  @Override
  public WaiverQuery createdBy(String user) {
    Arguments.text("user", user);
    return created(waiver -> waiver.createdBy().filter(user::equalsIgnoreCase).isPresent());
  }

  @Override
  public WaiverQuery createdFrom(Instant time) {
    Objects.requireNonNull(time, "time");
    return created(waiver ->
        waiver.createdAt().flatMap(Timestamp::toInstant).filter(time::isAfter).isEmpty());
  }

  private WaiverQuery created(Predicate<WaiverInPolicy<?>> filter) {
    return new WaiverListing(service, policies, created.and(filter), packages, labels);
  }

  @Override
  public Stream<WaiverInPolicy<?>> stream() {
    return policies.get().flatMap(policy -> Stream.concat(packagesOf(policy), labelsOf(policy)));
  }

  @Override
  public Stream<WaiverInPolicy<PackageWaiver>> ofPackages() {
    return policies.get().flatMap(this::packagesOf);
  }

  @Override
  public Stream<WaiverInPolicy<LabelWaiver>> ofLabels() {
    return policies.get().flatMap(this::labelsOf);
  }

  private Stream<WaiverInPolicy<PackageWaiver>> packagesOf(CurationPolicy policy) {
    return packages.isListedBeside(labels)
        ? policy.waivers().stream()
            .filter(packages.filter)
            .map(waiver -> WaiverInPolicy.of(policy, waiver))
            .filter(created)
        : Stream.empty();
  }

  private Stream<WaiverInPolicy<LabelWaiver>> labelsOf(CurationPolicy policy) {
    return labels.isListedBeside(packages)
        ? policy.labelWaivers().stream()
            .filter(labels.filter)
            .map(waiver -> WaiverInPolicy.of(policy, waiver))
            .filter(created)
        : Stream.empty();
  }
}
