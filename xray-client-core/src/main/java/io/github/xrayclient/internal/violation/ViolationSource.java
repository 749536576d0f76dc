package io.github.xrayclient.internal.violation;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.paging.WalkedSource;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationId;
import java.util.Optional;

/** A listing of violations. Not every server and listing sends their ids. */
abstract class ViolationSource extends WalkedSource<Violation> {
  @Override
  public final Object key(Violation violation) {
    return id(violation).<Object>map(id -> id).orElse(violation);
  }

  @Override
  public final boolean hasId(Violation violation) {
    return id(violation).isPresent();
  }

  private static Optional<ViolationId> id(Violation violation) {
    return NonBlank.word(violation.violationId());
  }
}
