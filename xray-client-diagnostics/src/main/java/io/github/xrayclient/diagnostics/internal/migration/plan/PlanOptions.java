package io.github.xrayclient.diagnostics.internal.migration.plan;

/** The settings of a caller for making a plan. Immutable. */
public final class PlanOptions {
  public static final PlanOptions DEFAULTS =
      new PlanOptions(false, false, false, NameMapping.none());

  public final boolean prune;
  public final boolean exactWaivers;
  public final boolean asDryRun;
  public final NameMapping mapping;

  public PlanOptions(boolean prune, boolean exactWaivers, boolean asDryRun, NameMapping mapping) {
    this.prune = prune;
    this.exactWaivers = exactWaivers;
    this.asDryRun = asDryRun;
    this.mapping = mapping;
  }
}
