package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a word can be the key of a repository. */
final class RepositoryKey {
  private static final int LONGEST = 72; // 64 characters, and "-cache"

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");

  /** Words such as {@code REPO_KEY} and {@code your-repo}, which documents write instead of a key. */
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "REPO|REPOSITORY|(?i:(?:your|my|the)?[-_.]?repo(?:sitory)?[-_.]?(?:key|name)|your[-_.].+)");

  private static final Pattern VERSION = Pattern.compile("v?[0-9]+(?:\\.[0-9]+)*");

  /** Elements of addresses that are parts of Artifactory and of its API. */
  private static final Set<String> RESERVED = Set.of(
      "access",
      "api",
      "archive",
      "artifactory",
      "curation",
      "git",
      "list",
      "null",
      "repositories",
      "router",
      "search",
      "security",
      "simple",
      "storage",
      "system",
      "token",
      "ui",
      "undefined",
      "webapp",
      "xray",
      "xrayrepo");

  private RepositoryKey() {}

  /** Whether the word can be a key; false for parts of the API, versions and placeholders. */
  static boolean isPossible(String word) {
    return word.length() <= LONGEST
        && FORM.matcher(word).matches()
        && !word.endsWith(".git")
        && !VERSION.matcher(word).matches()
        && !PLACEHOLDER.matcher(word).matches()
        && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }
}
