/** The endpoint for the labels of the catalog. */
@NullMarked
package io.github.xrayclient.testing.internal.label;

import org.jspecify.annotations.NullMarked;
