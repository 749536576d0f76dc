package io.github.xrayclient.curation.internal.label;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of a connection, as an answer contained it. Immutable. */
final class ConnectionPage<T> {
  private final List<T> items;
  private final Optional<Boolean> hasNextPage;
  private final Optional<String> endCursor;

  private ConnectionPage(List<T> items, Optional<Boolean> hasNextPage, Optional<String> endCursor) {
    this.items = List.copyOf(items);
    this.hasNextPage = hasNextPage;
    this.endCursor = endCursor;
  }

  /**
   * Reads the page in the data of an answer; empty if the object that has the connection is null,
   * because the catalog does not know it.
   *
   * @throws JsonMappingException if the data is not as expected; it has the JSON path
   */
  static <T> Optional<ConnectionPage<T>> read(JsonNode data, LabelQuery<T> query)
      throws JsonMappingException {
    List<String> path = query.path();
    JsonNode owner = data;
    for (String name : path.subList(0, path.size() - 1)) {
      owner = owner.path(name);
    }
    if (owner.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(owner.path(path.get(path.size() - 1)), query.type()));
    } catch (JsonMappingException e) {
      for (int i = path.size() - 1; i >= 0; i--) {
        e.prependPath(data, path.get(i));
      }
      e.prependPath(data, "data");
      throw e;
    }
  }

  private static <T> ConnectionPage<T> of(JsonNode connection, Class<T> type)
      throws JsonMappingException {
    JsonNode edges = connection.path("edges");
    if (!edges.isArray() && !edges.isNull()) {
      throw JsonMappingException.from((JsonParser) null, "the answer has no edges");
    }
    List<T> items = new ArrayList<>();
    for (JsonNode edge : edges) {
      items.add(node(edge, type, items.size()));
    }
    JsonNode info = connection.path("pageInfo");
    JsonNode more = info.path("hasNextPage");
    String cursor = info.path("endCursor").asText();
    return new ConnectionPage<>(
        items,
        more.isBoolean() ? Optional.of(more.asBoolean()) : Optional.empty(),
        info.path("endCursor").isNull() || cursor.isEmpty()
            ? Optional.empty()
            : Optional.of(cursor));
  }

  private static <T> T node(JsonNode edge, Class<T> type, int index) throws JsonMappingException {
    try {
      if (!edge.path("node").isObject()) {
        throw JsonMappingException.from((JsonParser) null, "the edge has no node");
      }
      return Json.MAPPER.treeToValue(edge.path("node"), type);
    } catch (JsonProcessingException e) {
      JsonMappingException mapping = e instanceof JsonMappingException
          ? (JsonMappingException) e
          : new JsonMappingException(null, e.getOriginalMessage(), e);
      mapping.prependPath(edge, "node");
      mapping.prependPath(List.of(), index);
      mapping.prependPath(edge, "edges");
      throw mapping;
    }
  }

  List<T> items() {
    return items;
  }

  /** Whether the catalog has more elements; empty if the answer does not say. */
  Optional<Boolean> hasNextPage() {
    return hasNextPage;
  }

  /** The position of the last element, after which the next page begins. */
  Optional<String> endCursor() {
    return endCursor;
  }
}
