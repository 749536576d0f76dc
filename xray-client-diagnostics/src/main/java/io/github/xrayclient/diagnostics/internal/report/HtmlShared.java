package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.report.HtmlEntries.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a page with many explanations writes only once, at its end: causes, what was ruled out, and
 * what was not checked. In reasons, words replace the names of the download's repository and of the
 * watch, so that several explanations and watches have a reason in common.
 */
public final class HtmlShared {
  private static final String REPOSITORY = "\"{repository}\"";
  private static final String WATCH = "\"{watch}\"";

  private final HtmlEntries causes = new HtmlEntries("cause-");
  private final HtmlEntries ruledOut = new HtmlEntries("out-");
  private final HtmlEntries notBlocking = new HtmlEntries("not-blocking-");
  private final HtmlEntries notChecked = new HtmlEntries("not-checked-");

  /** Refers to all that an explanation of the page has in common with others. */
  void refer(HtmlBuilder page, BlockExplanation explanation) {
    Optional<String> key = explanation.repository();
    refer(page, causes, "Causes:", explanation.causes(), cause -> entry(cause, key));
    refer(page, ruledOut, Phrases.RULED_OUT + ":", explanation.ruledOut(), out -> entry(out, key));
    refer(
        page,
        notBlocking,
        Phrases.NOT_BLOCKING + ":",
        Phrases.notBlocking(explanation),
        words -> new Entry("", words));
    refer(
        page,
        notChecked,
        Phrases.NOT_CHECKED + ":",
        explanation.notChecked(),
        unknown -> new Entry("", general(unknown.sentence(), key)));
  }

  private static <T> void refer(
      HtmlBuilder page,
      HtmlEntries entries,
      String words,
      List<T> values,
      Function<T, Entry> entry) {
    if (!values.isEmpty()) {
      entries.refer(page, words, values.stream().map(entry).collect(Collectors.toList()));
    }
  }

  /** Writes all lists, folded. */
  public void write(HtmlBuilder page) {
    page.tag("<section class=\"entries\">");
    write(page, "Causes", causes, HtmlEntries::write);
    write(page, Phrases.RULED_OUT, ruledOut, HtmlEntries::write);
    write(page, Phrases.NOT_BLOCKING, notBlocking, HtmlEntries::writeReasons);
    write(page, Phrases.NOT_CHECKED, notChecked, HtmlEntries::writeReasons);
    page.tag("</section>");
  }

  private static void write(
      HtmlBuilder page,
      String heading,
      HtmlEntries entries,
      BiConsumer<HtmlEntries, HtmlBuilder> form) {
    if (entries.size() > 0) {
      page.tag("<details>").text("summary", heading + " (" + entries.size() + ")");
      page.text(
          "p class=\"soft\"",
          REPOSITORY + " stands for the repository of the download, and " + WATCH
              + " for the watch.");
      form.accept(entries, page);
      page.tag("</details>");
    }
  }

  /** A cause without its repository and violations. */
  private static Entry entry(BlockCause cause, Optional<String> repository) {
    List<String> sentences = new ArrayList<>();
    sentences.add(CausePhrases.verdictLabel(cause.verdict())
        + cause.trigger().map(trigger -> ", " + CausePhrases.trigger(trigger)).orElse("") + ".");
    sentences.add(general(cause.reason(), repository).replace(quoted(cause.watch()), WATCH));
    CausePhrases.evidence(cause).ifPresent(sentences::add);
    return new Entry(
        GroupPhrases.route(cause)
            + cause.policyType().map(type -> " (" + type.wire() + ")").orElse(""),
        String.join(" ", sentences));
  }

  private static Entry entry(RuledOut out, Optional<String> repository) {
    return new Entry(
        CausePhrases.watch(out.watch(), out.watchProject())
            + out.policy().map(name -> " > " + name).orElse("")
            + out.rule().map(name -> " > " + name).orElse(""),
        general(out.reason(), repository).replace(quoted(out.watch()), WATCH));
  }

  private static String general(String words, Optional<String> repository) {
    return repository.map(key -> words.replace(quoted(key), REPOSITORY)).orElse(words);
  }

  /** A name as it stands in a reason. */
  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
