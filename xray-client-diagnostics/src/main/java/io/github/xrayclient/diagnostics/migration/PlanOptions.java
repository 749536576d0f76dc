package io.github.xrayclient.diagnostics.migration;

/** How a plan is made. Immutable. */
final class PlanOptions {
  static final PlanOptions DEFAULTS = new PlanOptions(false, false, false, NameMapping.none());

  final boolean prune;
  final boolean exactWaivers;
  final boolean asDryRun;
  final NameMapping mapping;

  PlanOptions(boolean prune, boolean exactWaivers, boolean asDryRun, NameMapping mapping) {
    this.prune = prune;
    this.exactWaivers = exactWaivers;
    this.asDryRun = asDryRun;
    this.mapping = mapping;
  }
}
