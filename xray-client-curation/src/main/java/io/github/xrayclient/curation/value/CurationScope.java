package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a curation policy covers. */
public final class CurationScope extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Every curated repository but the excluded ones. */
  public static final CurationScope ALL_REPOSITORIES = new CurationScope("all_repos");

  /** The included repositories. */
  public static final CurationScope SPECIFIC_REPOSITORIES = new CurationScope("specific_repos");

  /** Every curated repository of the included package types. */
  public static final CurationScope PACKAGE_TYPES = new CurationScope("pkg_types");

  /** Users of certain groups; newer servers only. */
  public static final CurationScope SPECIFIC_GROUPS = new CurationScope("specific_groups");

  private CurationScope(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static CurationScope of(String wire) {
    return new CurationScope(wire);
  }
}
