package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The type of a package, such as npm. Compared without case, since servers accept and return
 * several spellings.
 */
public final class PackageType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** npm packages. */
  public static final PackageType NPM = new PackageType("npm");

  /** Python packages. */
  public static final PackageType PYPI = new PackageType("PyPI");

  /** Maven artifacts. */
  public static final PackageType MAVEN = new PackageType("Maven");

  /** Go modules. */
  public static final PackageType GO = new PackageType("Go");

  /** NuGet packages. */
  public static final PackageType NUGET = new PackageType("NuGet");

  /** Conan packages for C and C++. */
  public static final PackageType CONAN = new PackageType("Conan");

  /** Ruby gems. */
  public static final PackageType GEMS = new PackageType("Gems");

  /** Artifacts that are downloaded by Gradle. */
  public static final PackageType GRADLE = new PackageType("Gradle");

  /** Machine learning models of Hugging Face. */
  public static final PackageType HUGGING_FACE_ML = new PackageType("HuggingFaceML");

  /** Docker images. */
  public static final PackageType DOCKER = new PackageType("Docker");

  private PackageType(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the package type with this wire text. The text may be one that this library does not
   * know.
   */
  @JsonCreator
  public static PackageType of(String wire) {
    return new PackageType(wire);
  }

  /** Returns this type in lower case, which some endpoints require. */
  public PackageType inLowerCase() {
    return new PackageType(withoutCase(wire()));
  }
}
