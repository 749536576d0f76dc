package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The class of a repository, which Artifactory calls {@code rclass}: local, remote, virtual or
 * federated. Watches support only local and remote repositories. Compared without case.
 */
public final class RepositoryClass extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Holds files that were deployed to it. */
  public static final RepositoryClass LOCAL = new RepositoryClass("local");

  /** Downloads files from another server, and caches them. */
  public static final RepositoryClass REMOTE = new RepositoryClass("remote");

  /** Combines other repositories under one key. */
  public static final RepositoryClass VIRTUAL = new RepositoryClass("virtual");

  /** Mirrors its files with repositories of other platforms. */
  public static final RepositoryClass FEDERATED = new RepositoryClass("federated");

  private RepositoryClass(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the class with this wire text. The text may be one that this library does not know. */
  @JsonCreator
  public static RepositoryClass of(String wire) {
    return new RepositoryClass(wire);
  }
}
