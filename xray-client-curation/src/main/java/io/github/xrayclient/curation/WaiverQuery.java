package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A listing of the waivers of curation policies, each with its policy. By default it lists the
 * waivers of all policies. Servers have no such listing, so the policies are read page by page, as
 * a stream is consumed, and the library applies the filters. Close a stream to stop early.
 * Immutable: each filter returns a new query. Thread-safe.
 *
 * <p>A filter for packages leaves out label waivers, and {@link #label} leaves out package waivers.
 * With both, the listing has the package waivers that match the one and the label waivers that
 * match the other.
 */
public interface WaiverQuery {
  /**
   * Lists only the waivers of one policy, which {@link CurationPolicies#get(NameOrId)} reads when a
   * stream begins. Reading it throws an {@link XrayNotFoundException} if there is no such policy,
   * and an {@link XrayAmbiguousNameException} if several have the name.
   */
  WaiverQuery policy(NameOrId policy);

  /** Lists waivers for packages of this type. Types are compared without case. */
  WaiverQuery packageType(PackageType type);

  /** Lists waivers for packages whose names match this pattern. */
  WaiverQuery packageName(NamePattern name);

  /**
   * Lists waivers that exempt this version of a package, also those that exempt all versions.
   *
   * @throws IllegalArgumentException if the version is blank
   */
  WaiverQuery packageVersion(String version);

  /** Lists waivers for the labels that match this pattern. */
  WaiverQuery label(NamePattern label);

  /**
   * Lists waivers that this user created. Names of users are compared without case.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  WaiverQuery createdBy(String user);

  /**
   * Lists waivers that were created at this time or later, and those without a time that the
   * library can read.
   */
  WaiverQuery createdFrom(Instant time);

  /** Lists the package waivers and the label waivers, by policy. */
  Stream<WaiverInPolicy<?>> stream();

  /** Lists the package waivers only. */
  Stream<WaiverInPolicy<PackageWaiver>> ofPackages();

  /** Lists the label waivers only. */
  Stream<WaiverInPolicy<LabelWaiver>> ofLabels();
}
