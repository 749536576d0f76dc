package io.github.xrayclient.testing.internal.packagestatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A package whose status is asked, or whose file is downloaded. Immutable. */
public final class AskedPackage {
  private static final List<String> TYPES = List.of(
      "npm",
      "pypi",
      "maven",
      "gradle",
      "go",
      "golang",
      "nuget",
      "docker",
      "rubygems",
      "gems",
      "huggingface");

  /** Names that stand for the same type as the name of a repository's type. */
  private static final Map<String, String> SYNONYMS =
      Map.of("golang", "go", "rubygems", "gems", "huggingface", "huggingfaceml");

  private final String type;
  private final String name;
  private final String version;

  private AskedPackage(String type, String name, String version) {
    this.type = type;
    this.name = name;
    this.version = version;
  }

  /** Reads the body of a request. A body that servers do not accept is refused with 400. */
  static AskedPackage read(Call call) {
    ObjectNode body = call.body(400, PolicyRules.UNPARSABLE);
    String type = required(body, "packageType");
    if (!TYPES.contains(type)) {
      throw Refusal.error(400, "unsupported package type " + type);
    }
    return new AskedPackage(
        canonical(type), required(body, "packageName"), required(body, "packageVersion"));
  }

  /** The package of a stored object of the catalog, whose id is such as {@code npm://a:1.0}. */
  public static AskedPackage of(ObjectNode stored) {
    String id = Trees.text(stored, "id");
    int name = id.indexOf("://") + 3;
    int version = id.lastIndexOf(':');
    return new AskedPackage(
        canonical(id.substring(0, name - 3)),
        id.substring(name, version),
        id.substring(version + 1));
  }

  private static String required(ObjectNode body, String member) {
    JsonNode value = body.path(member);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw Refusal.error(400, member + " is required");
    }
    return value.textValue();
  }

  private static String canonical(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    return SYNONYMS.getOrDefault(folded, folded);
  }

  /** The id among the packages that a test stores. */
  String id() {
    return type + "://" + name + ":" + version;
  }

  public boolean isOfType(String other) {
    return canonical(other).equals(type);
  }

  /** Whether a package waiver covers this package. */
  boolean isWaivedBy(ObjectNode waiver) {
    return isOfType(Trees.text(waiver, "pkg_type"))
        && Trees.text(waiver, "pkg_name").equals(name)
        && (waiver.path("all_versions").asBoolean() || has(waiver.path("pkg_versions"), version));
  }

  /** Whether the parameters of a condition on certain versions of a package name this one. */
  boolean isNamedBy(Map<String, JsonNode> parameters) {
    JsonNode none = Trees.object();
    return isOfType(Trees.text(parameters.getOrDefault("package_type", none)))
        && Trees.text(parameters.getOrDefault("package_name", none)).equals(name)
        && isIn(parameters.getOrDefault("package_versions", none));
  }

  /** Whether one of the forms of version lists has this version. Ranges are not evaluated. */
  private boolean isIn(JsonNode versions) {
    if (versions.isArray()) {
      for (JsonNode element : versions) {
        if (isIn(element)) {
          return true;
        }
      }
      return false;
    }
    return versions.has("any")
        || has(versions.path("in"), version)
        || versions.asText().equals("[" + version + "]");
  }

  private static boolean has(JsonNode list, String text) {
    for (JsonNode element : list) {
      if (element.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name + ":" + version;
  }
}
