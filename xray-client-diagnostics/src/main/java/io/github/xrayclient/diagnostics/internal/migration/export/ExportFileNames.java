package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of files that are valid and distinct on every file system: of ASCII characters, at
 * most 100 of them, and none that Windows reserves. If the name of an object has to be changed for
 * this, or differs from another name only in case, a hash of the exact name is appended.
 */
final class ExportFileNames {
  private static final int LONGEST = 100;
  private static final int HASH_DIGITS = 32;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._()+,-]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d) *(\\..*)?");

  /** One folder. Users may rename files and folders, but a path must not leave the directory. */
  private static final String FOLDER = "(?!\\.{1,2}/)[^/\\\\:\\p{Cntrl}]+/";

  private static final Pattern PATH =
      Pattern.compile("(?:projects/" + FOLDER + ")?([a-z-]+)/[^/\\\\:\\p{Cntrl}]+\\.json");

  private ExportFileNames() {}

  /** The kind of the object in the file at this path; empty if no export has such a path. */
  static Optional<ObjectKind> kind(String path) {
    Matcher parts = PATH.matcher(path);
    return parts.matches() ? ObjectKinds.ofDirectory(parts.group(1)) : Optional.empty();
  }

  /** The path of each object's file below the directory of an export, with slashes. */
  static Map<ObjectKey, String> of(Collection<ObjectKey> keys) {
    Map<String, Integer> taken = new HashMap<>();
    keys.forEach(key -> taken.merge(plain(key).toLowerCase(Locale.ROOT), 1, Integer::sum));
    Map<ObjectKey, String> paths = new TreeMap<>();
    Set<String> distinct = new HashSet<>();
    for (ObjectKey key : keys) {
      boolean alone = taken.getOrDefault(plain(key).toLowerCase(Locale.ROOT), 0) == 1;
      String name = alone ? safe(key.name()) : hashed(safe(key.name()), key.name());
      String path = directory(key) + name + ".json";
      if (!distinct.add(path.toLowerCase(Locale.ROOT))) {
        throw new IllegalStateException(
            "two objects would be written to the file " + path + "; one of them is " + key);
      }
      paths.put(key, path);
    }
    return paths;
  }

  private static String plain(ObjectKey key) {
    return directory(key) + safe(key.name());
  }

  private static String directory(ObjectKey key) {
    String kind = key.kind().directory() + "/";
    return key.projectKey().orElse("").isEmpty()
        ? kind
        : "projects/" + project(key.projectKey().orElse("")) + "/" + kind;
  }

  /** Keys of projects are usually in lower case; for others a hash is appended. */
  private static String project(String key) {
    String safe = safe(key);
    return safe.equals(safe.toLowerCase(Locale.ROOT)) ? safe : hashed(safe, key);
  }

  private static String safe(String name) {
    String safe = UNSAFE.matcher(name).replaceAll("_").replaceAll("^[ .]|[ .]$", "_");
    safe = safe.substring(0, Math.min(LONGEST, safe.length()));
    boolean reserved = RESERVED.matcher(safe).matches();
    return safe.equals(name) && !reserved ? name : hashed(reserved ? "_" + safe : safe, name);
  }

  /**
   * Appends a tilde and a hash. No other name contains a tilde, since {@link #safe} replaces it.
   */
  private static String hashed(String safe, String exact) {
    return safe.contains("~")
        ? safe
        : safe + "~" + CanonicalJson.hash(exact).substring(0, HASH_DIGITS);
  }
}
