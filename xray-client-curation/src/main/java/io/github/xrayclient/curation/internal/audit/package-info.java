/** The service that lists and exports the audit. */
@NullMarked
package io.github.xrayclient.curation.internal.audit;

import org.jspecify.annotations.NullMarked;
