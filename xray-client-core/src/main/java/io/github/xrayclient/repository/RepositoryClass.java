package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * Where a repository has its content from, which Artifactory calls {@code rclass}. Watches name only
 * local and remote repositories.
 */
public final class RepositoryClass extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final RepositoryClass LOCAL = new RepositoryClass("local");
  public static final RepositoryClass REMOTE = new RepositoryClass("remote");
  public static final RepositoryClass VIRTUAL = new RepositoryClass("virtual");
  public static final RepositoryClass FEDERATED = new RepositoryClass("federated");

  private RepositoryClass(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static RepositoryClass of(String wire) {
    return new RepositoryClass(wire);
  }
}
