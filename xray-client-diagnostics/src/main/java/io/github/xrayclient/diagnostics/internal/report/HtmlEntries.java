package io.github.xrayclient.diagnostics.internal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Numbered entries that several explanations of a page have in common. Each is written once, below
 * the reason that it shares with others; the explanations refer to its number.
 */
final class HtmlEntries {
  private final String id;
  private final Map<String, Map<String, Integer>> numbers = new LinkedHashMap<>();
  private int size;

  /**
   * @param id the beginning of the entries' ids
   */
  HtmlEntries(String id) {
    this.id = id;
  }

  /**
   * Writes links to these entries, with neighbouring numbers as ranges.
   *
   * @param words what the entries are, before the links
   * @param entries a name and a reason for each; the name may be empty
   */
  void refer(HtmlBuilder page, String words, List<Entry> entries) {
    TreeSet<Integer> all =
        entries.stream().map(this::number).collect(Collectors.toCollection(TreeSet::new));
    StringBuilder links = new StringBuilder();
    while (!all.isEmpty()) {
      int first = all.pollFirst();
      int last = first;
      while (!all.isEmpty() && all.first() == last + 1) {
        last = all.pollFirst();
      }
      links.append(links.length() == 0 ? "" : ", ").append(link(first));
      links.append(first == last ? "" : " to " + link(last));
    }
    page.tag("<p class=\"refer\">" + HtmlBuilder.escape(words) + " " + links + "</p>");
  }

  /** The number of an entry, which is added if it is new. */
  private int number(Entry entry) {
    return numbers
        .computeIfAbsent(entry.reason, absent -> new LinkedHashMap<>())
        .computeIfAbsent(entry.name, absent -> ++size);
  }

  private String link(int number) {
    return "<a href=\"#" + id + number + "\">" + number + "</a>";
  }

  int size() {
    return size;
  }

  /** Writes the entries below their reasons. */
  void write(HtmlBuilder page) {
    numbers.forEach((reason, names) -> {
      page.tag("<div class=\"entry\">").text("p", reason).tag("<ul>");
      names.forEach((name, number) -> page.tag("<li id=\"" + id + number + "\">" + number
          + " <bdi translate=\"no\">" + HtmlBuilder.escape(name) + "</bdi></li>"));
      page.tag("</ul>").tag("</div>");
    });
  }

  /** Writes the entries as one numbered list of reasons; the entries have no names. */
  void writeReasons(HtmlBuilder page) {
    page.tag("<ol>");
    numbers.forEach((reason, names) ->
        page.text("li id=\"" + id + names.values().iterator().next() + "\"", reason));
    page.tag("</ol>");
  }

  /** An entry. */
  static final class Entry {
    private final String name;
    private final String reason;

    Entry(String name, String reason) {
      this.name = name;
      this.reason = reason;
    }
  }
}
