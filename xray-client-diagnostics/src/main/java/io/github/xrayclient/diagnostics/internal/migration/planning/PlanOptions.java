package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.migration.Selection;

/** The settings of a caller for making a plan. Immutable: each setting returns a changed copy. */
public final class PlanOptions {
  public static final PlanOptions DEFAULTS = new PlanOptions(
      false, 0, WaiverComparison.KEEP, false, false, NameMapping.none(), Selection.all());

  public final boolean prune;

  /** How many objects a plan may delete because the snapshot does not contain them. */
  public final int maxDeletes;

  public final WaiverComparison waivers;
  public final boolean asDryRun;

  /** Whether content is planned that servers are known to refuse. */
  public final boolean unchecked;

  public final NameMapping mapping;
  public final Selection selection;

  private PlanOptions(
      boolean prune,
      int maxDeletes,
      WaiverComparison waivers,
      boolean asDryRun,
      boolean unchecked,
      NameMapping mapping,
      Selection selection) {
    this.prune = prune;
    this.maxDeletes = maxDeletes;
    this.waivers = waivers;
    this.asDryRun = asDryRun;
    this.unchecked = unchecked;
    this.mapping = mapping;
    this.selection = selection;
  }

  public PlanOptions prune(int limit) {
    return new PlanOptions(true, limit, waivers, asDryRun, unchecked, mapping, selection);
  }

  public PlanOptions waivers(WaiverComparison comparison) {
    return new PlanOptions(prune, maxDeletes, comparison, asDryRun, unchecked, mapping, selection);
  }

  public PlanOptions asDryRun() {
    return new PlanOptions(prune, maxDeletes, waivers, true, unchecked, mapping, selection);
  }

  public PlanOptions unchecked() {
    return new PlanOptions(prune, maxDeletes, waivers, asDryRun, true, mapping, selection);
  }

  public PlanOptions mapping(NameMapping names) {
    return new PlanOptions(prune, maxDeletes, waivers, asDryRun, unchecked, names, selection);
  }

  public PlanOptions selection(Selection selected) {
    return new PlanOptions(prune, maxDeletes, waivers, asDryRun, unchecked, mapping, selected);
  }
}
