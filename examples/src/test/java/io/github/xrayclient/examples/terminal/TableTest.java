package io.github.xrayclient.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void cutsAColumnThatNobodyCouldRead() {
    Table table = new Table("NAME", "TYPE");
    table.row("x".repeat(1_000_000), "security");
    table.row("short", "license");

    String[] lines = table.toString().split("\n", -1);

    assertThat(lines[1]).isEqualTo("x".repeat(199) + "…  security");
    assertThat(lines[2]).isEqualTo("short" + " ".repeat(197) + "license");
  }

  @Test
  void fitsTheTerminalByCuttingTheWidestColumns() {
    Table table = new Table("ID", "NAME", "RULES");
    table.row("a-long-id", "n".repeat(30), "r".repeat(60));
    table.row("2", "short", "none");

    assertThat(table.toString(60).lines())
        .containsExactly(
            "ID         NAME                     RULES",
            "a-long-id  " + "n".repeat(22) + "…" + "  " + "r".repeat(23) + "…",
            "2          short                    none");
  }

  @Test
  void cutsTheFirstColumnLast() {
    Table table = new Table("ID", "NAME");
    table.row("i".repeat(40), "n".repeat(40));

    assertThat(table.toString(30).lines().skip(1))
        .containsExactly("i".repeat(17) + "…" + "  " + "n".repeat(9) + "…");
    assertThat(table.toString(5).lines().skip(1))
        .as("no column becomes unreadable")
        .containsExactly("i".repeat(9) + "…" + "  " + "n".repeat(9) + "…");
  }

  @Test
  void neverCutsACharacterInHalf() {
    Table table = new Table("ID", "NAME");
    table.row("1", "\ud83d\ude00".repeat(20));

    assertThat(table.toString(14).lines().skip(1))
        .containsExactly("1   " + "\ud83d\ude00".repeat(9) + "…");
  }

  @Test
  void breaksSentencesInsteadOfCuttingThem() {
    Table table = new Table("ID", "WHY").withSentences();
    table.row("1", "because the watch covers all repositories of this server");
    table.row("2", "because_of_a_word_that_is_longer_than_the_line_is_wide");

    assertThat(table.toString(32).lines())
        .containsExactly(
            "ID  WHY",
            "1   because the watch covers all",
            "    repositories of this server",
            "2   because_of_a_word_that_is_longer_than_the_line_is_wide");
  }

  @Test
  void keepsSentencesOnOneLineWithoutATerminal() {
    Table table = new Table("ID", "WHY").withSentences();
    table.row("1", "word ".repeat(100).strip());

    assertThat(table.toString().lines()).hasSize(2).last().asString().hasSize(4 + 499);
  }

  @Test
  void narrowsTheOtherColumnsForASentence() {
    Table table = new Table("ID", "NAME", "WHY").withSentences();
    table.row("1", "n".repeat(50), "one two three four five six seven");

    assertThat(table.toString(38).lines().skip(1))
        .containsExactly(
            "1   " + "n".repeat(9) + "…  one two three four", "                five six seven");
  }
}
