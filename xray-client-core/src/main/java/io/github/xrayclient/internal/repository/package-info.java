/** Reads repositories. */
@NullMarked
package io.github.xrayclient.internal.repository;

import org.jspecify.annotations.NullMarked;
