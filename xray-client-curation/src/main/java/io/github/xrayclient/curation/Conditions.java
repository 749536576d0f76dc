package io.github.xrayclient.curation;

import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCalls;
import java.util.Objects;

/** Conditions, as {@link Curation#conditions()} gives them. Immutable and thread-safe. */
public final class Conditions {
  static final String PATH = "/xray/api/v1/curation/conditions";

  private final ApiCalls xray;

  Conditions(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /** All conditions, built-in ones too, to filter and walk. */
  public ConditionQuery list() {
    return ConditionQuery.of(xray);
  }

  /**
   * One condition.
   *
   * @throws XrayNotFoundException if no condition has this id
   * @see "JFrog REST APIs: Get Condition"
   */
  public Condition get(ConditionId id) {
    return xray.call("GET", PATH + "/{condition_id}", id)
        .since(Curation.SINCE)
        .as(Condition.class)
        .send();
  }
}
