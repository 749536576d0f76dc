package io.github.xrayclient.curation.internal.label;

import io.github.xrayclient.curation.label.CatalogLabel;
import io.github.xrayclient.curation.label.CatalogPackage;
import io.github.xrayclient.curation.label.CatalogPackageVersion;
import java.util.List;

/**
 * A query for a connection, which is a list with pages. The texts are constant: all values are in
 * the variables. The fields are those of JFrog's examples. No example has {@code pageInfo} and the
 * argument {@code after}: that the catalog has them is inferred from the convention for connections
 * of GraphQL. The first page is requested without a cursor, so that only long lists depend on the
 * type of cursors, which is inferred, too.
 *
 * @param <T> the type of the elements
 */
final class LabelQuery<T> {
  /** The most elements that are requested at a time. */
  static final int PAGE_SIZE = 500;

  static final LabelQuery<CatalogLabel> SEARCH = new LabelQuery<>(
      CatalogLabel.class,
      "$text: String!",
      List.of("customCatalogLabel", "searchLabels"),
      "customCatalogLabel { %s }",
      "searchLabels",
      "where: {nameContainsFold: $text}, orderBy: {field: NAME, direction: ASC}",
      "name description");

  static final LabelQuery<CatalogPackage> PACKAGES = new LabelQuery<>(
      CatalogPackage.class,
      "$name: String!",
      List.of("customCatalogLabel", "getLabel", "publicPackagesConnection"),
      "customCatalogLabel { getLabel(name: $name) { %s } }",
      "publicPackagesConnection",
      "",
      "name type");

  static final LabelQuery<CatalogPackageVersion> VERSIONS = new LabelQuery<>(
      CatalogPackageVersion.class,
      "$name: String!",
      List.of("customCatalogLabel", "getLabel", "publicPackageVersionsConnection"),
      "customCatalogLabel { getLabel(name: $name) { %s } }",
      "publicPackageVersionsConnection",
      "",
      "version publicPackage { name type }");

  static final LabelQuery<CatalogLabel> OF_PACKAGE = new LabelQuery<>(
      CatalogLabel.class,
      "$name: String!, $type: String!",
      List.of("publicPackage", "getPackage", "customCatalogLabelsConnection"),
      "publicPackage { getPackage(name: $name, type: $type) { %s } }",
      "customCatalogLabelsConnection",
      "",
      "name");

  static final LabelQuery<CatalogLabel> OF_VERSION = new LabelQuery<>(
      CatalogLabel.class,
      "$name: String!, $type: String!, $version: String!",
      List.of("publicPackageVersion", "getVersion", "customCatalogLabelsConnection"),
      "publicPackageVersion { getVersion(name: $name, type: $type, version: $version) { %s } }",
      "customCatalogLabelsConnection",
      "",
      "name");

  private final Class<T> type;
  private final List<String> path;
  private final String first;
  private final String following;

  private LabelQuery(
      Class<T> type,
      String variables,
      List<String> path,
      String around,
      String connection,
      String arguments,
      String node) {
    this.type = type;
    this.path = path;
    this.first = "query(" + variables + ") { "
        + String.format(around, connection(connection, "", arguments, node)) + " }";
    this.following = "query(" + variables + ", $after: Cursor!) { "
        + String.format(around, connection(connection, ", after: $after", arguments, node)) + " }";
  }

  private static String connection(String name, String after, String arguments, String node) {
    return name + "(first: " + PAGE_SIZE + after + (arguments.isEmpty() ? "" : ", ") + arguments
        + ") { edges { node { " + node + " } } pageInfo { hasNextPage endCursor } }";
  }

  /** The type of the elements. */
  Class<T> type() {
    return type;
  }

  /** The names of the fields that lead to the connection. */
  List<String> path() {
    return path;
  }

  /** The query for the first page. */
  String first() {
    return first;
  }

  /** The query for a later page, after the cursor {@code after}. */
  String following() {
    return following;
  }
}
