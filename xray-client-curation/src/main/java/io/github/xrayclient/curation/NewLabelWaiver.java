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
 * A label waiver that is about to be created, as part of a policy draft or an update. The label
 * must exist in the catalog, and is compared with case; {@code Curation.labels().find(name)} looks
 * it up. Immutable and thread-safe.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableNewLabelWaiver.class)
public interface NewLabelWaiver {
  /** The label of the catalog. */
  @JsonProperty("label")
  String label();

  /** Why packages with the label are exempt. */
  @JsonProperty("justification")
  String justification();

  /**
   * Returns a waiver that exempts every package with this label.
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
   * Returns a waiver with the content of an existing one, for another policy or to be changed.
   *
   * @throws IllegalArgumentException if the waiver has fields that this version of the library does
   *     not know, since one of them may be an expiry ({@link LabelWaiver#droppingUnknownFields}
   *     allows a copy without them), or if it has no label or justification, which
   *     {@link LabelWaiver#toBuilder} can set
   */
  static NewLabelWaiver like(LabelWaiver waiver) {
    WaiverFields.refuseLoss(Objects.requireNonNull(waiver, "waiver").id(), waiver.unknownFields());
    String of = " of label waiver " + waiver.id();
    return of(
        Arguments.text("label" + of, waiver.label().orElse("")),
        Arguments.text("justification" + of, waiver.justification().orElse("")));
  }

  /**
   * Returns a copy for another label.
   *
   * @throws IllegalArgumentException if the label is blank
   */
  default NewLabelWaiver withLabel(String label) {
    return of(label, justification());
  }

  /**
   * Returns a copy with another justification.
   *
   * @throws IllegalArgumentException if the justification is blank
   */
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
