/** The endpoints for the system, repositories, files, scan statuses, groups and projects. */
@NullMarked
package io.github.xrayclient.testing.internal.platform;

import org.jspecify.annotations.NullMarked;
