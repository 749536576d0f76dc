package io.github.xrayclient.curation.label;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the labels of the catalog; returned by {@code Curation.labels()}. The catalog answers
 * queries of GraphQL at {@code /catalog/api/v1/custom/graphql}. JFrog calls this interface beta,
 * and its queries are known from examples and from observation only.
 *
 * <p>Every list is complete: this library asks for up to 500 elements at a time, as long as the
 * catalog says that it has more. No document describes how the catalog says so; the fields are
 * inferred from the convention of GraphQL. An answer that does not tell whether there are more is
 * taken as the last one if it has fewer than 500 elements; otherwise the method throws an {@link
 * XrayDecodeException}. If an answer contains errors, whose status is 200 all the same, the method
 * throws an {@link XrayApiException} with their texts. A label that was just created or assigned
 * may be missing for a while.
 *
 * <p>Package types are sent in the words of the catalog, such as {@code golang} for {@link
 * PackageType#GO}.
 *
 * <p>Immutable and thread-safe. Later versions may add methods, so mock this interface, but do not
 * implement it.
 */
public interface CatalogLabels {
  /** Lists all labels, sorted by name. */
  List<CatalogLabel> list();

  /**
   * Lists the labels whose names contain this text, in any case, sorted by name.
   *
   * @throws IllegalArgumentException if the text is blank
   */
  List<CatalogLabel> search(String text);

  /**
   * Finds the label with exactly this name; empty if there is none. Case matters here, although the
   * catalog searches without it.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  Optional<CatalogLabel> find(String name);

  /**
   * Finds the label with exactly this name, as {@link #find find(..)} does.
   *
   * @throws IllegalArgumentException if the name is blank
   * @throws XrayNotFoundException if there is no such label
   */
  CatalogLabel get(String name);

  /**
   * Lists the packages and the package versions to which a label is assigned, with two requests or
   * more.
   *
   * @throws IllegalArgumentException if the name is blank
   * @throws XrayNotFoundException if the catalog answers null for the label
   * @throws XrayApiException if the catalog answers with an error, as it may do for a label that
   *     does not exist; {@link #find} tells whether a label exists
   */
  LabelAssignments assignments(String name);

  /**
   * Lists the names of the labels that are assigned to a package as a whole; empty if it has none.
   *
   * @param name the name in the catalog; {@code group:artifact} for Maven
   * @throws IllegalArgumentException if an argument is blank
   * @throws XrayNotFoundException if the catalog does not know the package
   */
  List<String> ofPackage(PackageType type, String name);

  /**
   * Lists the names of the labels that are assigned to this version of a package; empty if it has
   * none. Labels of the package as a whole are not among them; see {@link #ofPackage}.
   *
   * @param name the name in the catalog; {@code group:artifact} for Maven
   * @throws IllegalArgumentException if an argument is blank
   * @throws XrayNotFoundException if the catalog does not know the version
   */
  List<String> ofVersion(PackageType type, String name, String version);
}
