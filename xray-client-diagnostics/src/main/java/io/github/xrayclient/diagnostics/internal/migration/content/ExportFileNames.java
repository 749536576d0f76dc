package io.github.xrayclient.diagnostics.internal.migration.content;

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
 * Names of files that every file system takes and tells apart: plain letters, no name that Windows
 * keeps for itself, not too long. A name that had to be changed, or that differs from another by
 * case alone, carries a hash of the exact one, long enough that no two names share it.
 */
final class ExportFileNames {
  private static final int LONGEST = 100;
  private static final int HASH_DIGITS = 32;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._()+,-]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d) *(\\..*)?");

  /** One folder. People may give other names to files, but none that lead out of the folder. */
  private static final String FOLDER = "(?!\\.{1,2}/)[^/\\\\:\\p{Cntrl}]+/";

  private static final Pattern PATH =
      Pattern.compile("(?:projects/" + FOLDER + ")?([a-z-]+)/[^/\\\\:\\p{Cntrl}]+\\.json");

  private ExportFileNames() {}

  /** The kind of object that a path below the directory of an export is for. */
  static Optional<ObjectKind> kind(String path) {
    Matcher parts = PATH.matcher(path);
    return parts.matches() ? ObjectKinds.ofDirectory(parts.group(1)) : Optional.empty();
  }

  /** Whether a snapshot speaks about the objects that such a path is for. */
  static boolean isCovered(String path, SnapshotContent snapshot) {
    boolean isOfProject = snapshot.project().isEmpty()
        || path.startsWith("projects/" + project(snapshot.project()) + "/");
    return isOfProject && kind(path).filter(snapshot.kinds()::contains).isPresent();
  }

  /** The path of each object below the directory of an export, with slashes. */
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
        throw new IllegalStateException(path + " would hold two objects, one of them " + key);
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

  /** Keys of projects are lower-case by rule; one that is not carries its hash. */
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

  /** No name has a tilde of its own. */
  private static String hashed(String safe, String exact) {
    return safe.contains("~") ? safe : safe + "~" + Canonical.hash(exact).substring(0, HASH_DIGITS);
  }
}
