package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.internal.write.DraftFields;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A label waiver that does not exist yet. Its factories take all that it needs and return it finished.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableNewLabelWaiver.class)
public interface NewLabelWaiver {
  /** A label of the catalog. */
  @JsonProperty("label")
  String label();

  /** Why packages with the label are exempted. */
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

  /**
   * A waiver with the content of one that exists, for another policy or to be changed. A waiver with
   * fields that this version of the library does not know is refused, since one of them may be an
   * expiry; {@link LabelWaiver#droppingUnknownFields} allows a copy without them.
   *
   * @throws IllegalArgumentException if the waiver has unknown fields, which the message names, or if
   *     the server did not say its label or justification, which {@link LabelWaiver#toBuilder} can
   *     fill in
   */
  static NewLabelWaiver like(LabelWaiver waiver) {
    WaiverFields.refuseLoss(waiver.id(), waiver.unknownFields());
    String of = " of label waiver " + waiver.id();
    return of(
        Arguments.text("label" + of, waiver.label().orElse("")),
        Arguments.text("justification" + of, waiver.justification().orElse("")));
  }

  /** A copy of this waiver for another label. */
  default NewLabelWaiver withLabel(String label) {
    return of(label, justification());
  }

  /** A copy of this waiver with another justification. */
  default NewLabelWaiver withJustification(String justification) {
    return of(label(), justification);
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // Jackson calls it
  @JsonAnySetter
  private void refuse(String field, JsonNode value) {
    DraftFields.refuse("a new label waiver", field);
  }

  @JsonCreator
  private static NewLabelWaiver read(
      @JsonProperty("label") @Nullable String label,
      @JsonProperty("justification") @Nullable String justification) {
    return of(Objects.requireNonNullElse(label, ""), Objects.requireNonNullElse(justification, ""));
  }
}
