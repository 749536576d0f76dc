package io.github.xrayclient.curation.status;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What Curation does with a package in one repository. Compared without case. */
public final class PackageAction extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The repository gives the package to users. */
  public static final PackageAction APPROVED = new PackageAction("approved");

  /** The repository refuses the package. */
  public static final PackageAction BLOCKED = new PackageAction("blocked");

  private PackageAction(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the action with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static PackageAction of(String wire) {
    return new PackageAction(wire);
  }
}
