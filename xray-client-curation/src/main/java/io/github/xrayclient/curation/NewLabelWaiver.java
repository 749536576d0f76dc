package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.internal.Arguments;
import io.github.xrayclient.internal.XrayStyle;
import org.immutables.value.Value;

/** A label waiver that does not exist yet. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableNewLabelWaiver.class)
public interface NewLabelWaiver {
  /** A label of the catalog. */
  @JsonProperty("label")
  String label();

  @JsonProperty("justification")
  String justification();

  /**
   * Exempts every package that carries the label.
   *
   * @throws IllegalArgumentException if an argument is blank
   */
  static NewLabelWaiver of(String label, String justification) {
    return ImmutableNewLabelWaiver.builder()
        .label(Arguments.text("label", label))
        .justification(Arguments.text("justification", justification))
        .build();
  }
}
