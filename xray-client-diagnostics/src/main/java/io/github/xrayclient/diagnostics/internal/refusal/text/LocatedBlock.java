package io.github.xrayclient.diagnostics.internal.refusal.text;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;

/** A blocked download with the position of its message in the searched text. */
public final class LocatedBlock {
  private final int start;
  private final int end;
  private final BlockedDownload block;

  public LocatedBlock(int start, int end, BlockedDownload block) {
    this.start = start;
    this.end = end;
    this.block = block;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public BlockedDownload block() {
    return block;
  }
}
