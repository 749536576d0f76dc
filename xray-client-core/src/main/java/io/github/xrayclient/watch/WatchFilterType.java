package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a filter of a watched resource tests. */
public final class WatchFilterType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The name of the file, which must match a regular expression. */
  public static final WatchFilterType REGEX = new WatchFilterType("regex");

  /** The path inside the repository, which must match a regular expression. */
  public static final WatchFilterType PATH_REGEX = new WatchFilterType("path-regex");

  /** The package type, compared without case. */
  public static final WatchFilterType PACKAGE_TYPE = new WatchFilterType("package-type");

  /** The MIME type of the file. */
  public static final WatchFilterType MIME_TYPE = new WatchFilterType("mime-type");

  /** A property of the artifact, which must have a certain value. */
  public static final WatchFilterType PROPERTY = new WatchFilterType("property");

  /** The path inside the repository, which must match Ant patterns. */
  public static final WatchFilterType PATH_ANT_PATTERNS = new WatchFilterType("path-ant-patterns");

  /**
   * The name of a build or release bundle, or the key of a project, which must match Ant patterns.
   */
  public static final WatchFilterType ANT_PATTERNS = new WatchFilterType("ant-patterns");

  private WatchFilterType(String wire) {
    super(wire);
  }

  /**
   * Returns the filter type with this wire text. The text may be one that this library does not
   * know.
   */
  @JsonCreator
  public static WatchFilterType of(String wire) {
    return new WatchFilterType(wire);
  }
}
