/** The service that reads repositories. */
@NullMarked
package io.github.xrayclient.internal.repository;

import org.jspecify.annotations.NullMarked;
