/** Reads what audits and events report about packages that Curation blocks. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.audit;

import org.jspecify.annotations.NullMarked;
