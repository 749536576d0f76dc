package io.github.xrayclient.diagnostics.internal.migration.planning;

/** How a plan treats the waivers of the curation policies that the target already has. */
public enum WaiverComparison {
  /** Adds what only the snapshot has, and keeps what only the target has. */
  KEEP,
  /** Makes them equal to those of the snapshot. */
  EXACT,
  /** Leaves them as they are. */
  IGNORE
}
