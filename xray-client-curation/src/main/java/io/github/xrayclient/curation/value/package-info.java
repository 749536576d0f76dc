/**
 * Ids and other values that several packages of Curation use. Their {@code of} methods accept every
 * text, so that values of newer servers can be read and sent.
 *
 * <pre>{@code
 * CurationPolicyId id = CurationPolicyId.of("11");
 * PackageType cargo = PackageType.of("Cargo");
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.value;

import org.jspecify.annotations.NullMarked;
