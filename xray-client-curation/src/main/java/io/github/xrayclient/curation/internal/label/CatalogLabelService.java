package io.github.xrayclient.curation.internal.label;

import io.github.xrayclient.curation.label.CatalogLabel;
import io.github.xrayclient.curation.label.CatalogLabels;
import io.github.xrayclient.curation.label.CatalogPackage;
import io.github.xrayclient.curation.label.LabelAssignments;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.GraphqlAnswer;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the labels of the catalog by queries of GraphQL. */
public final class CatalogLabelService implements CatalogLabels {
  private static final String PATH = "/catalog/api/v1/custom/graphql";

  /** The catalog's words for types that have another name in Curation. */
  private static final Map<PackageType, String> WORDS = Map.of(
      PackageType.GO, "golang",
      PackageType.GEMS, "rubygems",
      PackageType.HUGGING_FACE_ML, "huggingface");

  private final ApiCalls xray;

  public CatalogLabelService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public List<CatalogLabel> list() {
    return containing("");
  }

  @Override
  public List<CatalogLabel> search(String text) {
    return containing(Arguments.text("text", text));
  }

  private List<CatalogLabel> containing(String text) {
    return all(LabelQuery.SEARCH, Map.of("text", text))
        .orElseThrow(() -> unusable(LabelQuery.SEARCH, "the answer has no labels"));
  }

  @Override
  public Optional<CatalogLabel> find(String name) {
    return containing(Arguments.text("name", name)).stream()
        .filter(label -> label.name().equals(name))
        .findFirst();
  }

  @Override
  public CatalogLabel get(String name) {
    return find(name).orElseThrow(() -> missing("label '" + name + "'"));
  }

  @Override
  public LabelAssignments assignments(String name) {
    Map<String, Object> variables = Map.of("name", Arguments.text("name", name));
    List<CatalogPackage> packages =
        all(LabelQuery.PACKAGES, variables).orElseThrow(() -> missing("label '" + name + "'"));
    return LabelAssignments.builder()
        .label(name)
        .packages(packages)
        .packageVersions(
            all(LabelQuery.VERSIONS, variables).orElseThrow(() -> missing("label '" + name + "'")))
        .build();
  }

  @Override
  public List<String> ofPackage(PackageType type, String name) {
    Map<String, Object> variables = named(type, name);
    return names(all(LabelQuery.OF_PACKAGE, variables)
        .orElseThrow(() -> missing(variables.get("type") + " package '" + name + "'")));
  }

  @Override
  public List<String> ofVersion(PackageType type, String name, String version) {
    Map<String, Object> variables = named(type, name);
    variables.put("version", Arguments.text("version", version));
    return names(all(LabelQuery.OF_VERSION, variables)
        .orElseThrow(() -> missing("version '" + version + "' of the " + variables.get("type")
            + " package '" + name + "'")));
  }

  private static Map<String, Object> named(PackageType type, String name) {
    Arguments.word("type", type);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("name", Arguments.text("name", name));
    variables.put("type", WORDS.getOrDefault(type, type.inLowerCase().wire()));
    return variables;
  }

  private static List<String> names(List<CatalogLabel> labels) {
    return labels.stream().map(CatalogLabel::name).collect(Collectors.toUnmodifiableList());
  }

  /** Reads a connection to its end; empty if the catalog does not know the object that has it. */
  private <T> Optional<List<T>> all(LabelQuery<T> query, Map<String, Object> variables) {
    Set<T> items = new LinkedHashSet<>();
    Optional<ConnectionPage<T>> page = send(query, query.first(), variables);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    while (addAll(page.get(), items, query)) {
      Map<String, Object> more = new LinkedHashMap<>(variables);
      more.put("after", page.get().endCursor().orElse(""));
      page = send(query, query.following(), more);
      if (page.isEmpty()) {
        throw unusable(query, "the list ended early, because its owner was deleted meanwhile");
      }
    }
    return Optional.of(List.copyOf(items));
  }

  /** Adds the elements of a page, and returns whether another page follows. */
  private <T> boolean addAll(ConnectionPage<T> page, Set<T> items, LabelQuery<T> query) {
    boolean isNew = items.addAll(page.items());
    boolean isFull = page.items().size() >= LabelQuery.PAGE_SIZE;
    if (page.hasNextPage().isEmpty() && isFull) {
      throw unusable(
          query,
          "the answer has " + page.items().size() + " elements, and does not say whether there are"
              + " more");
    }
    boolean hasMore = page.hasNextPage().orElse(false);
    if (hasMore && (!isNew || page.endCursor().isEmpty())) {
      throw unusable(
          query,
          isNew
              ? "the list has more elements, but the answer has no cursor for them"
              : "the page has no new element, although the list should continue");
    }
    return hasMore;
  }

  private <T> Optional<ConnectionPage<T>> send(
      LabelQuery<T> query, String text, Map<String, Object> variables) {
    ApiCall<ApiResponse> call = call().body(Map.of("query", text, "variables", variables));
    return call.decodedBy(
            response -> ConnectionPage.read(GraphqlAnswer.data(call, response), query))
        .send();
  }

  private ApiCall<ApiResponse> call() {
    return xray.call("POST", PATH).readOnly();
  }

  private RuntimeException missing(String what) {
    return ErrorAccess.get()
        .errorOf(new ErrorAnswer("POST", RedactedByCall.address(call()), 404)
            .reason(VisibleText.oneLine("the catalog has no " + what)));
  }

  private XrayDecodeException unusable(LabelQuery<?> query, String problem) {
    return new XrayDecodeException(
        "POST",
        RedactedByCall.address(call()),
        problem,
        "$.data." + String.join(".", query.path()),
        "",
        null);
  }
}
