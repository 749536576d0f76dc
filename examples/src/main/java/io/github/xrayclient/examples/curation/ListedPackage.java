package io.github.xrayclient.examples.curation;

/** A package of a list. Immutable. */
public final class ListedPackage {
  public final String type;
  public final String name;

  /** The exact version; empty if the list names the package without one. */
  public final String version;

  ListedPackage(String type, String name, String version) {
    this.type = type;
    this.name = name;
    this.version = version;
  }

  @Override
  public String toString() {
    return (type + " " + name + " " + version).strip();
  }
}
