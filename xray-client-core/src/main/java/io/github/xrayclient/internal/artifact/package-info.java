/** The service that reads the scan status of artifacts. */
@NullMarked
package io.github.xrayclient.internal.artifact;

import org.jspecify.annotations.NullMarked;
