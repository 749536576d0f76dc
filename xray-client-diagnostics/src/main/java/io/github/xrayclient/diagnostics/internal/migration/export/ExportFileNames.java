package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of the files of an export, below its directory and with slashes. */
final class ExportFileNames {
  private static final int LONGEST = 100;

  /** Shorter, because a waiver is in one more folder, which has the name of its policy. */
  private static final int LONGEST_OF_WAIVER = 60;

  private static final String JSON = ".json";
  private static final String WAIVERS = ".waivers/";

  /** One folder. Users may rename files and folders, but a path must not leave the directory. */
  private static final String FOLDER = "(?!\\.{1,2}/)[^/\\\\:\\p{Cntrl}]+/";

  private static final String NAME = "[^/\\\\:\\p{Cntrl}]+";

  private static final Pattern OBJECT =
      Pattern.compile("(?:projects/" + FOLDER + ")?([a-z-]+)/" + NAME + "\\.json");

  private static final Pattern WAIVER = Pattern.compile("("
      + ObjectKind.CURATION_POLICIES.directory() + "/" + NAME + ")\\.waivers/" + NAME + "\\.json");

  private ExportFileNames() {}

  /** The kind of the object in the file at this path; empty if there is no object at such a path. */
  static Optional<ObjectKind> kind(String path) {
    Matcher parts = OBJECT.matcher(path);
    return parts.matches() ? ObjectKinds.ofDirectory(parts.group(1)) : Optional.empty();
  }

  /**
   * The path of the curation policy to which the waiver in the file at this path belongs; empty if
   * there is no waiver at such a path.
   */
  static Optional<String> policyOfWaiver(String path) {
    if (!path.contains(WAIVERS)) {
      return Optional.empty();
    }
    Matcher parts = WAIVER.matcher(path);
    return parts.matches() ? Optional.of(parts.group(1) + JSON) : Optional.empty();
  }

  /** The path of each object's file. */
  static Map<ObjectKey, String> of(Collection<ObjectKey> keys) {
    return distinct(
        keys,
        key -> path(key, name -> new FileName(name, LONGEST).usual()),
        key -> path(key, name -> new FileName(name, LONGEST).withWholeHash()));
  }

  private static String path(ObjectKey key, Function<String, String> fileName) {
    String folder = key.kind().directory() + "/";
    return key.projectKey()
            .map(project -> "projects/" + fileName.apply(project) + "/")
            .orElse("")
        + folder
        + fileName.apply(key.name())
        + JSON;
  }

  /**
   * The path of each waiver's file, in a folder beside the file of its policy.
   *
   * @param policy the path of the policy's file
   * @param names the names of the waivers
   */
  static Map<String, String> ofWaivers(String policy, Collection<String> names) {
    String folder = policy.substring(0, policy.length() - JSON.length()) + WAIVERS;
    return distinct(
        names,
        name -> folder + new FileName(name, LONGEST_OF_WAIVER).usual() + JSON,
        name -> folder + new FileName(name, LONGEST_OF_WAIVER).withWholeHash() + JSON);
  }

  /** The other paths are for the unlikely case that two files would have the same usual path. */
  private static <T extends Comparable<T>> Map<T, String> distinct(
      Collection<T> keys, Function<T, String> usual, Function<T, String> other) {
    Map<String, Integer> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    keys.forEach(key -> taken.merge(usual.apply(key), 1, Integer::sum));
    Map<T, String> paths = new TreeMap<>();
    for (T key : keys) {
      String path = usual.apply(key);
      paths.put(key, taken.getOrDefault(path, 0) == 1 ? path : other.apply(key));
    }
    return paths;
  }
}
