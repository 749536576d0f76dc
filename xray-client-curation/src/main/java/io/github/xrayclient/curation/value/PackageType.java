package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** A kind of package. Compared without case, since servers take and give several spellings. */
public final class PackageType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final PackageType NPM = new PackageType("npm");
  public static final PackageType PYPI = new PackageType("PyPI");
  public static final PackageType MAVEN = new PackageType("Maven");
  public static final PackageType GO = new PackageType("Go");
  public static final PackageType NUGET = new PackageType("NuGet");
  public static final PackageType CONAN = new PackageType("Conan");
  public static final PackageType GEMS = new PackageType("Gems");
  public static final PackageType GRADLE = new PackageType("Gradle");
  public static final PackageType HUGGING_FACE_ML = new PackageType("HuggingFaceML");
  public static final PackageType DOCKER = new PackageType("Docker");

  private PackageType(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static PackageType of(String wire) {
    return new PackageType(wire);
  }

  /** This type in lower case, which some calls demand. */
  public PackageType inLowerCase() {
    return new PackageType(withoutCase(wire()));
  }
}
