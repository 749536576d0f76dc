package io.github.xrayclient.examples.curation;

/** A package to check. Immutable. */
final class CheckedPackage {
  final String type;
  final String name;
  final String version;

  CheckedPackage(String type, String name, String version) {
    this.type = type;
    this.name = name;
    this.version = version;
  }

  @Override
  public String toString() {
    return type + " " + name + " " + version;
  }
}
