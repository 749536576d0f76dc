package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The kind of things that a curation policy covers, such as all repositories. Compared without
 * case.
 */
public final class CurationScope extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Every curated repository, except the excluded ones. */
  public static final CurationScope ALL_REPOSITORIES = new CurationScope("all_repos");

  /** The included repositories. */
  public static final CurationScope SPECIFIC_REPOSITORIES = new CurationScope("specific_repos");

  /** Every curated repository of the included package types. */
  public static final CurationScope PACKAGE_TYPES = new CurationScope("pkg_types");

  /** The users of certain groups. Only newer servers have this scope. */
  public static final CurationScope SPECIFIC_GROUPS = new CurationScope("specific_groups");

  private CurationScope(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the scope with this wire text. The text may be one that this library does not know. */
  @JsonCreator
  public static CurationScope of(String wire) {
    return new CurationScope(wire);
  }
}
