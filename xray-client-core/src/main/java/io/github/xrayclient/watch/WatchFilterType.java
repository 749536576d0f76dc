package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a filter of a watched resource tests. */
public final class WatchFilterType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The name of the file, by a regular expression. */
  public static final WatchFilterType REGEX = new WatchFilterType("regex");

  /** The path inside the repository, by a regular expression. */
  public static final WatchFilterType PATH_REGEX = new WatchFilterType("path-regex");

  /** The package type, without case. */
  public static final WatchFilterType PACKAGE_TYPE = new WatchFilterType("package-type");

  /** The MIME type. */
  public static final WatchFilterType MIME_TYPE = new WatchFilterType("mime-type");

  /** A property of the artifact. */
  public static final WatchFilterType PROPERTY = new WatchFilterType("property");

  /** The path inside the repository, by Ant patterns. */
  public static final WatchFilterType PATH_ANT_PATTERNS = new WatchFilterType("path-ant-patterns");

  /** The name of a build, project or bundle, by Ant patterns. */
  public static final WatchFilterType ANT_PATTERNS = new WatchFilterType("ant-patterns");

  private WatchFilterType(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static WatchFilterType of(String wire) {
    return new WatchFilterType(wire);
  }
}
