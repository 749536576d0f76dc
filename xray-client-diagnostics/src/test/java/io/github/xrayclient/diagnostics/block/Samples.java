package io.github.xrayclient.diagnostics.block;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of this module's tests. */
public final class Samples {
  public static final String POLICIES = "policies/GET_policies_200.json";
  public static final String REPOSITORY_WATCH = "watches/GET_watches_repository_200.json";
  public static final String ALL_REPOSITORIES_WATCH = "watches/GET_watches_all-repos_200.json";

  private static final JsonMapper MAPPER = XrayClient.jsonMapper();

  private Samples() {}

  public static String text(String file) {
    try (InputStream in = Samples.class.getResourceAsStream("/contract/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Policy> policies(String json) {
    return read(json, new TypeReference<List<Policy>>() {});
  }

  public static List<Watch> watches(String json) {
    return read(json, new TypeReference<List<Watch>>() {});
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
