package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Optional;

/** A place in Artifactory, as far as an address names it. Immutable. */
final class Location {
  static final Location UNKNOWN =
      new Location(Optional.empty(), Optional.empty(), Optional.empty());

  private final Optional<String> type;
  private final Optional<String> repository;
  private final Optional<String> path;

  Location(Optional<String> type, Optional<String> repository, Optional<String> path) {
    this.type = type;
    this.repository = repository;
    this.path = path;
  }

  /** The type of the repository as Artifactory names it in addresses. */
  Optional<String> type() {
    return type;
  }

  Optional<String> repository() {
    return repository;
  }

  /** What follows the repository in the address, without escapes. */
  Optional<String> path() {
    return path;
  }
}
