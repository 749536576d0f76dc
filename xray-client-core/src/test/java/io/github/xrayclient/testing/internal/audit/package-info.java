/** The endpoint of Curation's audit of packages, as pages and as an exported file. */
@NullMarked
package io.github.xrayclient.testing.internal.audit;

import org.jspecify.annotations.NullMarked;
