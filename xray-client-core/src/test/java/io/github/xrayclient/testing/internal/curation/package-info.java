/**
 * The endpoints for curation policies, conditions and waiver requests, with the checks of the
 * server.
 */
@NullMarked
package io.github.xrayclient.testing.internal.curation;

import org.jspecify.annotations.NullMarked;
