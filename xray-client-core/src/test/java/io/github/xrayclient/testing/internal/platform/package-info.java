/** The endpoints of the platform beside governance: system, repositories, files, scans, groups and projects. */
@NullMarked
package io.github.xrayclient.testing.internal.platform;

import org.jspecify.annotations.NullMarked;
