package io.github.xrayclient.testing.internal.label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The endpoint for the labels of the catalog, which answers certain queries of GraphQL. */
public final class LabelEndpoint implements Endpoints {
  private static final int ROWS = 500;
  private static final String CURSOR = "cursor-";

  private final JsonStore labels;
  private final JsonStore packages;
  private final Settings settings;

  public LabelEndpoint(StoredObjects holdings, Settings settings) {
    this.labels = holdings.store(FakeXray.Kind.CATALOG_LABELS);
    this.packages = holdings.store(FakeXray.Kind.PACKAGES);
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.add("POST", "/catalog/api/v1/custom/graphql", this::answer);
  }

  private Answer answer(Call call) {
    ObjectNode body = call.body(400, "failed to parse request body");
    String query = Trees.text(body, "query");
    JsonNode given = body.path("variables");
    if (query.contains("$after") && !Trees.text(given, "after").matches(CURSOR + "[0-9]{1,9}")) {
      return error("invalid cursor " + given.path("after"));
    }
    if (KnownQueries.SEARCH.contains(query)) {
      return data("customCatalogLabel", "searchLabels", search(given));
    }
    if (KnownQueries.PACKAGES.contains(query)) {
      return ofLabel(given, "publicPackagesConnection", LabelEndpoint::packages);
    }
    if (KnownQueries.VERSIONS.contains(query)) {
      return ofLabel(given, "publicPackageVersionsConnection", this::versions);
    }
    if (KnownQueries.OF_PACKAGE.contains(query)) {
      return data("publicPackage", "getPackage", ofPackage(given));
    }
    if (KnownQueries.OF_VERSION.contains(query)) {
      return data("publicPackageVersion", "getVersion", ofVersion(given));
    }
    return error("FakeXray answers only the queries that the library sends, but not: " + query);
  }

  private JsonNode search(JsonNode given) {
    String text = Trees.text(given, "text").toLowerCase(Locale.ROOT);
    List<ObjectNode> found = labels.all().stream()
        .filter(label -> Trees.text(label, "name").toLowerCase(Locale.ROOT).contains(text))
        .sorted(Comparator.comparing(label -> Trees.text(label, "name")))
        .map(label -> Trees.object("name", Trees.text(label, "name"))
            .put("description", Trees.text(label, "description")))
        .collect(Collectors.toList());
    return connection(found, given);
  }

  private Answer ofLabel(
      JsonNode given, String connection, Function<ObjectNode, List<ObjectNode>> nodes) {
    Optional<ObjectNode> label = labels.find(Trees.text(given, "name"));
    JsonNode value = label
        .<JsonNode>map(
            found -> Trees.object().set(connection, connection(nodes.apply(found), given)))
        .orElse(null);
    return data("customCatalogLabel", "getLabel", value);
  }

  private static List<ObjectNode> packages(ObjectNode label) {
    return Trees.objects(label.path("publicPackages"));
  }

  private List<ObjectNode> versions(ObjectNode label) {
    return packages.all().stream()
        .filter(known -> labelsOf(known).contains(Trees.text(label, "name")))
        .map(known -> LabeledVersion.of(known).node())
        .collect(Collectors.toList());
  }

  /** The labels of a package as a whole; null if the catalog does not know the package. */
  private @Nullable JsonNode ofPackage(JsonNode given) {
    List<String> found = labels.all().stream()
        .filter(label -> packages(label).stream()
            .anyMatch(node -> Trees.text(node, "name").equals(Trees.text(given, "name"))
                && Trees.text(node, "type").equals(Trees.text(given, "type"))))
        .map(label -> Trees.text(label, "name"))
        .collect(Collectors.toList());
    boolean isKnown =
        packages.all().stream().anyMatch(known -> LabeledVersion.of(known).isOfPackage(given));
    return found.isEmpty() && !isKnown ? null : labels(found, given);
  }

  /** The labels of a version; null if the catalog does not know the version. */
  private @Nullable JsonNode ofVersion(JsonNode given) {
    Optional<ObjectNode> version = packages.all().stream()
        .filter(known -> LabeledVersion.of(known).is(given))
        .findFirst();
    return version.<JsonNode>map(known -> labels(labelsOf(known), given)).orElse(null);
  }

  private JsonNode labels(List<String> names, JsonNode given) {
    List<ObjectNode> nodes =
        names.stream().map(name -> Trees.object("name", name)).collect(Collectors.toList());
    return Trees.object().set("customCatalogLabelsConnection", connection(nodes, given));
  }

  private static List<String> labelsOf(ObjectNode known) {
    List<String> names = new ArrayList<>();
    known.path("labels").forEach(label -> names.add(Trees.text(label)));
    return names;
  }

  private JsonNode connection(List<ObjectNode> all, JsonNode given) {
    String after = Trees.text(given, "after");
    int first = after.isEmpty() ? 0 : Integer.parseInt(after.substring(CURSOR.length()));
    int from = settings.repeatFirstPage ? 0 : Math.min(first, all.size());
    int to = Math.min(from + settings.rows(ROWS), all.size());
    List<ObjectNode> edges = all.subList(from, to).stream()
        .map(node -> (ObjectNode) Trees.object().set("node", node))
        .collect(Collectors.toList());
    ObjectNode info = Trees.object().put("hasNextPage", to < all.size());
    info.put("endCursor", edges.isEmpty() ? null : CURSOR + to);
    ObjectNode connection = Trees.object();
    connection.set("edges", Trees.array(edges));
    return connection.set("pageInfo", info);
  }

  private static Answer data(String root, String field, @Nullable JsonNode value) {
    ObjectNode inner = Trees.object();
    inner.set(field, value);
    ObjectNode data = Trees.object();
    data.set(root, inner);
    return Answer.json(200, Trees.object().set("data", data));
  }

  private static Answer error(String message) {
    ObjectNode answer = Trees.object();
    answer.putNull("data");
    return Answer.json(
        200, answer.set("errors", Trees.array(List.of(Trees.object("message", message)))));
  }
}
