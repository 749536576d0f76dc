package io.github.xrayclient.diagnostics.internal.refusal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names to look for at the start of a text; letters of another case and other blanks will do. */
final class KnownNames {
  static final KnownNames NONE = new KnownNames(Set.of());

  private final Set<String> exact = new HashSet<>();
  private final Map<String, String> folded = new HashMap<>();
  private int longest;

  KnownNames(Collection<String> names) {
    for (String name : names) {
      exact.add(name);
      folded.putIfAbsent(fold(name), name);
      longest = Math.max(longest, name.length());
    }
  }

  /** The name as it is known, if the text is one. */
  Optional<String> find(String text) {
    return exact.contains(text) ? Optional.of(text) : Optional.ofNullable(folded.get(fold(text)));
  }

  /** No longer text is a name. */
  int longest() {
    return longest;
  }

  private static String fold(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
