package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.PackageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The package waivers that a policy keeps, by package. Package types are compared without case, and
 * versions without regard to their order. Names and versions are compared exactly, because a waiver
 * that is wrongly taken for a kept one would not be added. Immutable.
 */
final class KeptWaivers {
  private final Map<Object, List<PackageWaiver>> byPackage = new HashMap<>();

  KeptWaivers(Collection<PackageWaiver> waivers) {
    for (PackageWaiver waiver : waivers) {
      Object named = named(
          waiver.packageType().orElse(PackageType.of("")), waiver.packageName().orElse(""));
      byPackage.computeIfAbsent(named, absent -> new ArrayList<>()).add(waiver);
    }
  }

  private static Object named(PackageType type, String name) {
    return Arrays.asList(type, name);
  }

  /** What the kept waivers exempt of a waiver that is to be added. Immutable. */
  static final class Overlap {
    /** The kept waivers that exempt some of the versions. */
    final List<PackageWaiver> by;

    /** The versions that no kept waiver exempts. */
    final List<String> missing;

    private Overlap(List<PackageWaiver> by, List<String> missing) {
      this.by = by;
      this.missing = missing;
    }
  }

  /** Returns the first waiver that exempts exactly the same versions. */
  Optional<PackageWaiver> same(NewPackageWaiver waiver) {
    return ofPackage(waiver, true).stream()
        .filter(kept -> hasVersionsOf(waiver, kept))
        .findFirst();
  }

  /**
   * Returns the first waiver for the same versions and with the same justification, but with fields
   * that this library does not know. It was most likely added by the same request earlier.
   */
  Optional<PackageWaiver> repeated(NewPackageWaiver waiver) {
    return ofPackage(waiver, false).stream()
        .filter(kept -> hasVersionsOf(waiver, kept)
            && kept.justification().filter(waiver.justification()::equals).isPresent())
        .findFirst();
  }

  private static boolean hasVersionsOf(NewPackageWaiver waiver, PackageWaiver kept) {
    return versions(kept.allVersions().orElse(false), kept.packageVersions())
        .equals(versions(waiver.allVersions(), waiver.packageVersions()));
  }

  /** Returns the versions as a set; all versions are the absent set. */
  private static Optional<Set<String>> versions(boolean all, List<String> versions) {
    return all ? Optional.empty() : Optional.of(Set.copyOf(versions));
  }

  /** Returns which of the versions of a waiver are exempt already. */
  Overlap overlap(NewPackageWaiver waiver) {
    Set<String> missing = new LinkedHashSet<>(waiver.packageVersions());
    List<PackageWaiver> by = new ArrayList<>();
    for (PackageWaiver kept : ofPackage(waiver, true)) {
      if (kept.allVersions().orElse(false)) {
        return new Overlap(List.of(kept), List.of());
      }
      if (missing.removeAll(kept.packageVersions())) {
        by.add(kept);
      }
    }
    return new Overlap(by, List.copyOf(missing));
  }

  /**
   * Returns the waivers that may exempt some of the same versions, but have fields that this
   * library does not know.
   */
  List<PackageWaiver> uncertain(NewPackageWaiver waiver) {
    return ofPackage(waiver, false).stream()
        .filter(kept -> kept.allVersions().orElse(false)
            || waiver.allVersions()
            || kept.packageVersions().stream().anyMatch(waiver.packageVersions()::contains))
        .collect(Collectors.toList());
  }

  /**
   * The waivers of a package. A waiver with fields that this library does not know is not known to
   * exempt anything, since one of these fields may be an expiry.
   */
  private List<PackageWaiver> ofPackage(NewPackageWaiver waiver, boolean known) {
    return byPackage
        .getOrDefault(named(waiver.packageType(), waiver.packageName()), List.of())
        .stream()
        .filter(kept -> kept.unknownFields().isEmpty() == known)
        .collect(Collectors.toList());
  }
}
