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
}
