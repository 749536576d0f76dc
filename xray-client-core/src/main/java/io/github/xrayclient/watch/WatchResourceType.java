package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What kind of thing a watch looks at. */
public final class WatchResourceType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final WatchResourceType REPOSITORY = new WatchResourceType("repository");
  public static final WatchResourceType ALL_REPOSITORIES = new WatchResourceType("all-repos");
  public static final WatchResourceType PROJECT = new WatchResourceType("project");
  public static final WatchResourceType ALL_PROJECTS = new WatchResourceType("all-projects");
  public static final WatchResourceType BUILD = new WatchResourceType("build");
  public static final WatchResourceType ALL_BUILDS = new WatchResourceType("all-builds");
  public static final WatchResourceType RELEASE_BUNDLE = new WatchResourceType("releaseBundle");
  public static final WatchResourceType ALL_RELEASE_BUNDLES =
      new WatchResourceType("all-releaseBundles");
  public static final WatchResourceType RELEASE_BUNDLE_V2 =
      new WatchResourceType("releaseBundleV2");
  public static final WatchResourceType ALL_RELEASE_BUNDLES_V2 =
      new WatchResourceType("all-releaseBundlesV2");
  public static final WatchResourceType GIT_REPOSITORY = new WatchResourceType("gitRepository");

  private WatchResourceType(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static WatchResourceType of(String wire) {
    return new WatchResourceType(wire);
  }
}
