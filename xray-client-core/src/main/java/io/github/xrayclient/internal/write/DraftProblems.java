package io.github.xrayclient.internal.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects what servers would refuse in a draft. The exception for the first problem has those for
 * the others as suppressed exceptions, so that whoever can show several problems finds them all.
 */
public final class DraftProblems {
  private final List<RefusedFieldException> problems = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @param field the path of the field in the JSON of the draft
   * @param subject what has the problem, with a colon, or an empty text
   * @param problem what is wrong, in words
   * @param remedy what to do, or an empty text
   */
  public void add(String field, String subject, String problem, String remedy) {
    String advice = remedy.isEmpty() ? problem : problem + "; " + remedy;
    problems.add(new RefusedFieldException(field, subject, advice, false));
  }

  /** Like {@link #add}, for a problem that is not refused after a call of {@code unchecked()}. */
  public void addUnlessUnchecked(String field, String subject, String problem, String remedy) {
    String advice = remedy.isEmpty() ? problem : problem + "; " + remedy;
    problems.add(new RefusedFieldException(field, subject, advice, true));
  }

  /**
   * Throws if there is a problem.
   *
   * @throws IllegalArgumentException with the message of the first problem
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      RefusedFieldException first = problems.get(0);
      problems.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Runs a check that may refuse a draft, and returns the problems that it found. */
  public static List<RefusedFieldException> foundBy(Runnable check) {
    try {
      check.run();
      return List.of();
    } catch (RefusedFieldException first) {
      return Stream.concat(
              Stream.of(first),
              Arrays.stream(first.getSuppressed())
                  .filter(RefusedFieldException.class::isInstance)
                  .map(RefusedFieldException.class::cast))
          .collect(Collectors.toList());
    }
  }
}
