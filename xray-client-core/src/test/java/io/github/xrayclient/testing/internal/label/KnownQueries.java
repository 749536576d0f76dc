package io.github.xrayclient.testing.internal.label;

import java.util.List;

/**
 * The texts of the queries that the server answers. A client that sends another text gets an error,
 * so that a test notices a changed query.
 */
final class KnownQueries {
  static final List<String> SEARCH = texts(
      "$text: String!",
      "customCatalogLabel { searchLabels(first: 500%s, where: {nameContainsFold: $text},"
          + " orderBy: {field: NAME, direction: ASC})",
      "name description",
      " }");
  static final List<String> PACKAGES = texts(
      "$name: String!",
      "customCatalogLabel { getLabel(name: $name) { publicPackagesConnection(first: 500%s)",
      "name type",
      " } }");
  static final List<String> VERSIONS = texts(
      "$name: String!",
      "customCatalogLabel { getLabel(name: $name) { publicPackageVersionsConnection(first: 500%s)",
      "version publicPackage { name type }",
      " } }");
  static final List<String> OF_PACKAGE = texts(
      "$name: String!, $type: String!",
      "publicPackage { getPackage(name: $name, type: $type) {"
          + " customCatalogLabelsConnection(first: 500%s)",
      "name",
      " } }");
  static final List<String> OF_VERSION = texts(
      "$name: String!, $type: String!, $version: String!",
      "publicPackageVersion { getVersion(name: $name, type: $type, version: $version) {"
          + " customCatalogLabelsConnection(first: 500%s)",
      "name",
      " } }");

  private KnownQueries() {}

  /** Returns the query for a first page, and the one for a page after a cursor. */
  private static List<String> texts(String variables, String begin, String node, String end) {
    String format = "query(" + variables + "%s) { " + begin + " { edges { node { " + node
        + " } } pageInfo { hasNextPage endCursor } }" + end + " }";
    return List.of(
        String.format(format, "", ""),
        String.format(format, ", $after: Cursor!", ", after: $after"));
  }
}
