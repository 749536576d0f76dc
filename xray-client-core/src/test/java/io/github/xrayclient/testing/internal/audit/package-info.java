/** The endpoint for the audit of Curation, as a listing and as an exported file. */
@NullMarked
package io.github.xrayclient.testing.internal.audit;

import org.jspecify.annotations.NullMarked;
