package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** Whether a watched repository is local or remote. */
public final class RepositoryType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final RepositoryType LOCAL = new RepositoryType("local");
  public static final RepositoryType REMOTE = new RepositoryType("remote");

  private RepositoryType(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static RepositoryType of(String wire) {
    return new RepositoryType(wire);
  }
}
