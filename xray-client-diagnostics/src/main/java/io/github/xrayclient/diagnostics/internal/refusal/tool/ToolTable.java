package io.github.xrayclient.diagnostics.internal.refusal.tool;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All programs that are recognized. */
final class ToolTable {
  static final List<ToolEntry> ENTRIES = Stream.of(
          ScriptPackageTools.ALL, CompiledPackageTools.ALL, ImageTools.ALL, SystemTools.ALL)
      .flatMap(List::stream)
      .collect(Collectors.toUnmodifiableList());

  private ToolTable() {}
}
