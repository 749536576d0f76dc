package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces each node of each sample in {@code contract} by other values, one at a time, and reads
 * the result as an answer. Either the value has everything that was received, and all its methods
 * work, or the answer is refused because of a mandatory field, and the error names that field. The
 * samples are found in the folder, so new ones take part by themselves.
 */
public final class SampleFuzz {
  private static final Path CONTRACT = Path.of("src/test/resources/contract");
  private static final int NORMAL_COUNT = 3_000;
  private static final int SHOWN = 20;
  private static final List<String> REPLACEMENTS = List.of(
      "null",
      "7",
      "-1.50",
      "\"~other\"",
      "\"\"",
      "true",
      "{\"x_a\":1}",
      "[]",
      "[\"~x\",{\"x_b\":2},null]");

  private final Map<String, Class<?>> types = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();
  private final Set<String> mandatory = new HashSet<>();
  private Consumer<Object> check = value -> {};

  private SampleFuzz() {}

  /** A table without rows. */
  public static SampleFuzz table() {
    return new SampleFuzz();
  }

  /** Samples whose path in the folder matches the expression hold values of this type. */
  public SampleFuzz values(String path, Class<?> type) {
    types.put(path, type);
    return this;
  }

  /** Samples whose path matches the expression hold no values: requests, errors and the like. */
  public SampleFuzz noValues(String... paths) {
    others.addAll(List.of(paths));
    return this;
  }

  /** The fields without which a value cannot be read, as paths without places in lists. */
  public SampleFuzz mandatory(Class<?> type, String... paths) {
    for (String path : paths) {
      mandatory.add(type.getSimpleName() + "." + path);
    }
    return this;
  }

  /** A further check of each value that was read, which must not throw. */
  public SampleFuzz checking(Consumer<Object> more) {
    check = more;
    return this;
  }

  /** Runs the table, in the normal build with every n-th case only. */
  public void run() {
    List<Case> cases = new ArrayList<>();
    for (Path file : files()) {
      String name = FileTree.path(CONTRACT, file);
      typeOf(name).ifPresent(type -> {
        for (JsonNode sample : elements(Fixtures.json(name))) {
          new Nodes(type, name, sample).collect(cases);
        }
      });
    }
    assertThat(cases).hasSizeGreaterThan(100);
    int step = Thorough.isOn() ? 1 : 1 + cases.size() / NORMAL_COUNT;
    try (Answers answers = new Answers();
        LogLines quiet = LogLines.ofLibrary()) {
      List<String> failures = new ArrayList<>();
      for (int i = 0; i < cases.size() && failures.size() < SHOWN; i += step) {
        try {
          cases.get(i).check(answers);
        } catch (AssertionError e) {
          failures.add(e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause()));
        }
      }
      assertThat(failures).isEmpty();
      assertThat(quiet.lines()).allMatch(line -> line.startsWith("WARNING GET "));
    }
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(CONTRACT)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Class<?>> typeOf(String name) {
    if (others.stream().anyMatch(name::matches)) {
      return Optional.empty();
    }
    return Optional.of(types.entrySet().stream()
        .filter(row -> name.matches(row.getKey()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("add a row for the new sample " + name))
        .getValue());
  }

  /** The objects of a listing, or the sample itself. */
  private static List<JsonNode> elements(JsonNode sample) {
    JsonNode list = sample;
    for (String name :
        List.of("data", "violations", "conditions", "policies", "requests", "packages")) {
      list = sample.path(name).isArray() && !sample.has("name") ? sample.path(name) : list;
    }
    List<JsonNode> elements = new ArrayList<>();
    (list.isArray() ? list : List.of(list)).forEach(elements::add);
    return elements;
  }

  /** A client that answers with a given text. */
  private static final class Answers implements AutoCloseable {
    private String text = "";
    private final XrayClient xray = XrayClient.builder()
        .baseUrl("http://localhost:1")
        .credentials(Credentials.anonymous())
        .transport(request -> new ApiResponse(200, Map.of(), text.getBytes(StandardCharsets.UTF_8)))
        .build();

    <T> T read(JsonNode json, Class<T> type) {
      text = json.toString();
      return xray.call("GET", "/sample").readAs(type).send();
    }

    @Override
    public void close() {
      xray.close();
    }
  }

  /** The nodes of one sample. */
  private final class Nodes {
    private final Class<?> type;
    private final String file;
    private final JsonNode sample;
    private final SampleFields fields;

    Nodes(Class<?> type, String file, JsonNode sample) {
      this.type = type;
      this.file = file;
      this.sample = sample;
      this.fields = SampleFields.of(type);
    }

    void collect(List<Case> cases) {
      collect(sample, "", "$", cases);
    }

    private void collect(JsonNode node, String pointer, String path, List<Case> cases) {
      if (!pointer.isEmpty()) {
        cases.add(new Case(this, pointer, path, null));
        for (String text : REPLACEMENTS) {
          JsonNode value = Fixtures.parse(text);
          if (!value.equals(node)) {
            cases.add(new Case(this, pointer, path, value));
          }
        }
      }
      if (node.isObject()) {
        node.properties()
            .forEach(member -> collect(
                member.getValue(),
                pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                path + "." + member.getKey(),
                cases));
      } else {
        for (int i = 0; i < node.size(); i++) {
          collect(node.get(i), pointer + "/" + i, path + "[" + i + "]", cases);
        }
      }
    }
  }

  /** A sample with one node replaced or removed. */
  private final class Case {
    private final Nodes nodes;
    private final String pointer;
    private final String path;
    private final JsonNode value;

    Case(Nodes nodes, String pointer, String path, JsonNode value) {
      this.nodes = nodes;
      this.pointer = pointer;
      this.path = path;
      this.value = value;
    }

    void check(Answers answers) {
      JsonNode json = spoiled();
      Object read;
      try {
        read = answers.read(json, nodes.type);
      } catch (XrayDecodeException e) {
        checkRefusal(e);
        return;
      } catch (RuntimeException e) {
        throw new AssertionError(toString(), e);
      }
      try {
        assertThat(nodes.fields.normal(RoundTrip.write(read)))
            .as("%s", this)
            .isEqualTo(nodes.fields.normal(json));
        AccessorCalls.on(read);
        check.accept(read);
      } catch (RuntimeException | ReflectiveOperationException e) {
        throw new AssertionError(toString(), e);
      }
    }

    private void checkRefusal(XrayDecodeException e) {
      String place = path.replaceAll("\\[\\d+]", "");
      String field = path.substring(path.lastIndexOf('.') + 1);
      String owner = path.substring(0, Math.max(1, path.lastIndexOf('.')));
      boolean inside = mandatory.stream()
          .anyMatch(known -> known.startsWith(nodes.type.getSimpleName() + place.substring(1)));
      if (!inside) {
        fail(this + " was refused: " + e.getMessage());
      }
      boolean named = e.jsonPath().equals(path) || e.jsonPath().startsWith(path + ".");
      String usual = nodes.fields.usualName(field);
      boolean missing = e.jsonPath().equals(owner) && e.getMessage().contains("(" + usual + ")");
      boolean emptied = e.jsonPath().equals(path) && e.getMessage().contains("required field");
      assertThat(named || missing || emptied).as("%s: %s", this, e.getMessage()).isTrue();
    }

    private JsonNode spoiled() {
      JsonNode copy = nodes.sample.deepCopy();
      int slash = pointer.lastIndexOf('/');
      JsonNode owner = copy.at(pointer.substring(0, slash));
      String last = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
      if (owner.isObject() && value == null) {
        ((ObjectNode) owner).remove(last);
      } else if (owner.isObject()) {
        ((ObjectNode) owner).set(last, value);
      } else if (value == null) {
        ((ArrayNode) owner).remove(Integer.parseInt(last));
      } else {
        ((ArrayNode) owner).set(Integer.parseInt(last), value);
      }
      return copy;
    }

    @Override
    public String toString() {
      return nodes.file + ": " + path + (value == null ? " removed" : " replaced by " + value);
    }
  }
}
