package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
      String name = CONTRACT.relativize(file).toString();
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
    for (String name : List.of("data", "violations", "conditions", "policies", "requests")) {
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
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> readAsLists = new HashSet<>(); // also if there is one value only
    private final Set<String> maps = new HashSet<>();
    private final Set<Type> known = new HashSet<>();

    Nodes(Class<?> type, String file, JsonNode sample) {
      this.type = type;
      this.file = file;
      this.sample = sample;
      collectNames(type);
    }

    void collect(List<Case> cases) {
      collect(sample, "", "$", cases);
    }

    /** Collects the other names of the fields of a type, and of the types in it. */
    private void collectNames(Type each) {
      if (each instanceof ParameterizedType) {
        for (Type argument : ((ParameterizedType) each).getActualTypeArguments()) {
          collectNames(argument);
        }
      } else if (each instanceof Class
          && ((Class<?>) each).getName().startsWith("io.github.xrayclient.")
          && known.add(each)) {
        for (Method method : ((Class<?>) each).getMethods()) {
          JsonProperty field = method.getAnnotation(JsonProperty.class);
          if (field != null) {
            collectNames(method, field.value());
          }
        }
      }
    }

    private void collectNames(Method accessor, String name) {
      JsonAlias alias = accessor.getAnnotation(JsonAlias.class);
      if (alias != null) {
        List.of(alias.value()).forEach(other -> aliases.put(other, name));
      }
      JsonFormat format = accessor.getAnnotation(JsonFormat.class);
      if (format != null
          && List.of(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)) {
        readAsLists.add(name);
      }
      if (accessor.getReturnType() == Map.class) {
        maps.add(name);
      }
      collectNames(accessor.getGenericReturnType());
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
        assertThat(normal(RoundTrip.write(read), nodes))
            .as("%s", this)
            .isEqualTo(normal(json, nodes));
        useMethods(read, new HashSet<>());
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
      String usual = nodes.aliases.getOrDefault(field, field);
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

  /**
   * Without nulls, empty lists and empty maps, with scalars as texts, and each field under its usual
   * name.
   */
  private static JsonNode normal(JsonNode node, Nodes nodes) {
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> {
        if (!element.isNull()) {
          copy.add(normal(element, nodes));
        }
      });
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> {
        JsonNode value = normal(member.getValue(), nodes);
        String name = nodes.aliases.getOrDefault(member.getKey(), member.getKey());
        boolean isOne = nodes.readAsLists.contains(name) && !value.isNull() && !value.isArray();
        boolean isEmpty = value.isEmpty() && (value.isArray() || nodes.maps.contains(name));
        if (!value.isNull() && !(value.isContainerNode() && isEmpty)) {
          copy.set(name, isOne ? JsonNodeFactory.instance.arrayNode().add(value) : value);
        }
      });
      return copy;
    }
    return node.isNull() ? node : TextNode.valueOf(node.asText());
  }

  /** Calls every method without arguments of a value and of the values in it. */
  private static void useMethods(Object value, Set<Object> known)
      throws ReflectiveOperationException {
    if (value instanceof Optional) {
      if (((Optional<?>) value).isPresent()) {
        useMethods(((Optional<?>) value).get(), known);
      }
      return;
    }
    if (value instanceof Collection) {
      for (Object element : (Collection<?>) value) {
        useMethods(element, known);
      }
      return;
    }
    if (!value.getClass().getName().startsWith("io.github.xrayclient.") || !known.add(value)) {
      return;
    }
    assertThat(value.toString()).isNotNull();
    for (Class<?> type : value.getClass().getInterfaces()) {
      for (Method method : type.getMethods()) {
        if (method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && type.getName().startsWith("io.github.xrayclient.")) {
          Object result = method.invoke(value);
          if (!method.getName().equals("toBuilder")) {
            useMethods(result, known);
          }
        }
      }
    }
  }
}
