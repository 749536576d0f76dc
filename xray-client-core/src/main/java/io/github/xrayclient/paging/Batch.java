package io.github.xrayclient.paging;

import java.util.ArrayList;
import java.util.List;

/** Elements of a page that were not given before, and where each stands in the listing. */
final class Batch<T> {
  final List<T> items = new ArrayList<>();
  final List<Long> positions = new ArrayList<>();

  /** Whether every element of the page was seen before. */
  boolean allKnown = true;

  /** Where the listing goes on after them. */
  long end;
}
