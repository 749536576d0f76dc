package io.github.xrayclient.curation.status;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;

/**
 * Asks Curation about packages, before they are installed. The endpoint is known from observation
 * only: JFrog does not document it, nor the versions that have it. It changes nothing on the
 * server. Thread-safe.
 */
public interface Packages {
  /**
   * Asks whether Curation would allow a package now, in every curated repository of its type. A
   * server may answer 403 if the package is blocked; such an answer is a result, too.
   *
   * <p>The type is sent in lower case. Servers know some types by different names, such as {@code
   * go} and {@code golang}: if a server answers 400 to the first name, the second one is tried.
   *
   * @param name the name with its scope or group, such as {@code @acme/web} or {@code
   *     com.acme:core}
   * @param version one exact version, such as {@code 1.3.0}
   * @throws IllegalArgumentException if an argument is blank or contains control characters
   * @throws XrayForbiddenException if the user may not ask; this says nothing about the package
   * @throws XrayNotFoundException if the server answers 404, since it does not have this endpoint
   * @throws XrayApiException if the server answers another status outside 2xx; 405 also says that
   *     it does not have this endpoint
   * @throws XrayException if the request fails in another way, or the answer cannot be read
   */
  PackageStatus status(PackageType type, String name, String version);
}
