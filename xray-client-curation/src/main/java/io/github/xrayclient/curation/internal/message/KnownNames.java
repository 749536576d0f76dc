package io.github.xrayclient.curation.internal.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of existing policies or conditions, compared without regard to letter case and kinds of
 * blanks.
 */
public final class KnownNames {
  public static final KnownNames NONE = new KnownNames(Set.of());

  private final Set<String> exact = new HashSet<>();
  private final Map<String, String> folded = new HashMap<>();
  private int longest;

  public KnownNames(Collection<String> names) {
    for (String name : names) {
      exact.add(name);
      folded.putIfAbsent(fold(name), name);
      longest = Math.max(longest, name.length());
    }
  }

  /** The name as the server spells it, if the text is one of the names. */
  public Optional<String> find(String text) {
    return exact.contains(text) ? Optional.of(text) : Optional.ofNullable(folded.get(fold(text)));
  }

  /** The length of the longest name. */
  int longest() {
    return longest;
  }

  private static String fold(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
