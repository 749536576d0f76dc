package io.github.xrayclient.benchmark.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Makes pages of curation policies: copies of the documented sample, each with its own id and name.
 */
public final class CurationPages {
  private static final String ID = "@id@";

  private final List<String> policies = new ArrayList<>();

  public CurationPages() {
    try (InputStream in =
        CurationPages.class.getResourceAsStream("/benchmark/policies/GET_policies_200.json")) {
      for (JsonNode policy :
          new JsonMapper().readTree(Objects.requireNonNull(in)).path("data")) {
        policies.add(
            ((ObjectNode) policy).put("id", ID).put("name", "policy " + ID).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One page of a listing. Page numbers and ids begin with 1. */
  public byte[] page(long number, int size, long total) {
    long first = (number - 1) * size + 1;
    long last = Math.min(number * size, total);
    String data =
        LongStream.rangeClosed(first, last).mapToObj(this::policy).collect(Collectors.joining(","));
    String meta = String.format(
        "\"total_count\":%d,\"result_count\":%d,\"order_by\":\"id\",\"direction\":\"asc\","
            + "\"num_of_rows\":%d,\"page_num\":%d",
        total, Math.max(0, last - first + 1), size, number);
    return ("{\"data\":[" + data + "],\"meta\":{" + meta + "}}").getBytes(StandardCharsets.UTF_8);
  }

  private String policy(long id) {
    return policies.get((int) (id % policies.size())).replace(ID, Long.toString(id));
  }
}
