/**
 * Labels of the catalog, by which curation policies can block or exempt packages. Start with {@link
 * io.github.xrayclient.curation.label.CatalogLabels}. Labels can be read here, but not changed. The
 * interface of the catalog is beta: its queries are taken from JFrog's examples and from
 * observation, and JFrog may change them.
 *
 * <pre>{@code
 * CatalogLabels labels = Curation.of(xray).labels();
 * for (CatalogLabel label : labels.search("approved")) {
 *   System.out.println(label.name() + ": " + labels.assignments(label.name()).packages());
 * }
 * List<String> ofLodash = labels.ofVersion(PackageType.NPM, "lodash", "4.17.21");
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.curation.label;

import org.jspecify.annotations.NullMarked;
