package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.diagnostics.internal.markdown.MarkdownText;

/** A plan as Markdown, for a comment on a pull request. */
public final class PlanMarkdown {
  private PlanMarkdown() {}

  /** The numbers of steps, a section for each step that can be opened, and the notes. */
  public static String of(PlanContent plan) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(MarkdownText.text(PlanText.headline(plan))).append("\n");
    if (!plan.selection().isAll()) {
      text.append("\nSelected: ")
          .append(MarkdownText.text(plan.selection().toString()))
          .append("\n");
    }
    plan.steps().forEach(step -> step(step, text));
    PlanText.groups(plan.notes()).forEach((heading, notes) -> {
      text.append("\n**").append(heading).append("**\n\n");
      notes.forEach(note -> text.append("- ").append(MarkdownText.text(note)).append("\n"));
    });
    return text.toString();
  }

  private static void step(PlannedStep step, StringBuilder text) {
    text.append("\n<details><summary>")
        .append(step.number())
        .append(". ")
        .append(MarkdownText.htmlCode(step.toString()))
        .append("</summary>\n\n")
        .append(MarkdownText.block(String.join("\n", PlanText.details(step))))
        .append("\n</details>\n");
  }
}
