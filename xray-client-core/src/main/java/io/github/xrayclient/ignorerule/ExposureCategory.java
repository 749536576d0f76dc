package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** A category of exposures. Compared without case. */
public final class ExposureCategory extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Secrets in files, such as passwords and keys. */
  public static final ExposureCategory SECRETS = new ExposureCategory("secrets");

  /** Insecure settings of services. */
  public static final ExposureCategory SERVICES = new ExposureCategory("services");

  /** The insecure use of libraries in applications. */
  public static final ExposureCategory APPLICATIONS = new ExposureCategory("applications");

  /** Insecure descriptions of infrastructure (infrastructure as code). */
  public static final ExposureCategory INFRASTRUCTURE_AS_CODE = new ExposureCategory("iac");

  /** Malicious code. */
  public static final ExposureCategory MALICIOUS_CODE = new ExposureCategory("malicious_code");

  private ExposureCategory(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the category with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static ExposureCategory of(String wire) {
    return new ExposureCategory(wire);
  }
}
