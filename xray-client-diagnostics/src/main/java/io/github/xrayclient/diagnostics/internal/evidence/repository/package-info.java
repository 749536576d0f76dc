/** Reads what is known about the repository of an artifact and about its members. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence.repository;

import org.jspecify.annotations.NullMarked;
