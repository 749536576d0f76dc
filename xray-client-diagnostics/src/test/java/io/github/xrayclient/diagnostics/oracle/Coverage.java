package io.github.xrayclient.diagnostics.oracle;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a resource covers an artifact, or why it does not. The documents sometimes allow several
 * of these answers, so that answers are sets.
 */
enum Coverage {
  YES,
  OPEN,
  FILTER,
  OTHER_PROJECT,
  NO_PROJECT,
  OTHER_ARTIFACTORY,
  OTHER_REPOSITORY_CLASS,
  UNRELATED;

  boolean isExcluded() {
    return compareTo(OPEN) > 0;
  }

  static Set<Coverage> only(Coverage answer) {
    return EnumSet.of(answer);
  }

  /** The answer where both conditions must hold. */
  static Set<Coverage> and(Set<Coverage> first, Set<Coverage> second) {
    Set<Coverage> both = EnumSet.noneOf(Coverage.class);
    for (Coverage one : first) {
      for (Coverage other : second) {
        if (one.isExcluded() || other.isExcluded()) {
          both.addAll(excluded(one, other));
        } else {
          both.add(one == YES ? other : one);
        }
      }
    }
    return both;
  }

  private static Set<Coverage> excluded(Coverage one, Coverage other) {
    Set<Coverage> excluded = EnumSet.of(one, other);
    excluded.removeIf(answer -> !answer.isExcluded());
    return excluded;
  }

  /** The answer where one of two resources suffices. */
  static Set<Coverage> or(Set<Coverage> first, Set<Coverage> second) {
    Set<Coverage> either = EnumSet.noneOf(Coverage.class);
    for (Coverage one : first) {
      for (Coverage other : second) {
        if (one == UNRELATED || other == UNRELATED) {
          either.add(one == UNRELATED ? other : one);
        } else if (one.isExcluded() && other.isExcluded()) {
          either.add(one);
          either.add(other);
        } else {
          either.add(one.compareTo(other) < 0 ? one : other);
        }
      }
    }
    return either;
  }
}
