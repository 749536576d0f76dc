package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.Collection;
import java.util.stream.Collectors;

/** Puts names into quotation marks, so that nobody takes them for words of the sentence. */
public final class QuotedNames {
  private QuotedNames() {}

  public static String of(String name) {
    return '"' + name + '"';
  }

  /** Joins names by commas, each in quotation marks. */
  public static String of(Collection<String> names) {
    return names.stream().map(QuotedNames::of).collect(Collectors.joining(", "));
  }
}
