package io.github.xrayclient.internal.violation;

import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.ViolationScope;
import java.time.Instant;

/** Sets the first filter of a listing of violations. Immutable and thread-safe. */
public final class ViolationStart implements ViolationScope {
  private final ViolationQuery all;

  /**
   * @param all the listing of all violations, to be filtered
   */
  public ViolationStart(ViolationQuery all) {
    this.all = all;
  }

  @Override
  public ViolationQuery watch(String name) {
    return all.watch(name);
  }

  @Override
  public ViolationQuery artifact(String repository, String path) {
    return all.artifact(repository, path);
  }

  @Override
  public ViolationQuery build(String name, String number) {
    return all.build(name, number);
  }

  @Override
  public ViolationQuery releaseBundle(String name, String version) {
    return all.releaseBundle(name, version);
  }

  @Override
  public ViolationQuery releaseBundleV2(String name, String version) {
    return all.releaseBundleV2(name, version);
  }

  @Override
  public ViolationQuery gitRepository(String name) {
    return all.gitRepository(name);
  }

  @Override
  public ViolationQuery createdFrom(Instant time) {
    return all.createdFrom(time);
  }

  @Override
  public ViolationQuery everything() {
    return all;
  }
}
