package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The kind of a resource that a watch covers. */
public final class WatchResourceType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** One repository, by its key. */
  public static final WatchResourceType REPOSITORY = new WatchResourceType("repository");

  /**
   * Every repository that Xray indexes; in a watch of a project, every repository of that project.
   */
  public static final WatchResourceType ALL_REPOSITORIES = new WatchResourceType("all-repos");

  /** Everything in one project, by its key. */
  public static final WatchResourceType PROJECT = new WatchResourceType("project");

  /** Everything in every project. */
  public static final WatchResourceType ALL_PROJECTS = new WatchResourceType("all-projects");

  /** One build, by its name. */
  public static final WatchResourceType BUILD = new WatchResourceType("build");

  /** Every build. */
  public static final WatchResourceType ALL_BUILDS = new WatchResourceType("all-builds");

  /** One release bundle of version 1, by its name. */
  public static final WatchResourceType RELEASE_BUNDLE = new WatchResourceType("releaseBundle");

  /** Every release bundle of version 1. */
  public static final WatchResourceType ALL_RELEASE_BUNDLES =
      new WatchResourceType("all-releaseBundles");

  /** One release bundle of version 2, by its name. */
  public static final WatchResourceType RELEASE_BUNDLE_V2 =
      new WatchResourceType("releaseBundleV2");

  /** Every release bundle of version 2. */
  public static final WatchResourceType ALL_RELEASE_BUNDLES_V2 =
      new WatchResourceType("all-releaseBundlesV2");

  /** One Git repository, by its name. */
  public static final WatchResourceType GIT_REPOSITORY = new WatchResourceType("gitRepository");

  private WatchResourceType(String wire) {
    super(wire);
  }

  /**
   * Returns the resource type with this wire text. The text may be one that this library does not
   * know.
   */
  @JsonCreator
  public static WatchResourceType of(String wire) {
    return new WatchResourceType(wire);
  }
}
