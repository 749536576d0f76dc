/** The service that reads the labels of the catalog, and its queries. */
@NullMarked
package io.github.xrayclient.curation.internal.label;

import org.jspecify.annotations.NullMarked;
