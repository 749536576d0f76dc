package io.github.xrayclient.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The label waivers that a policy keeps, by label. Labels are compared exactly. Immutable. */
final class KeptLabelWaivers {
  private final Map<String, List<LabelWaiver>> byLabel = new HashMap<>();

  KeptLabelWaivers(Collection<LabelWaiver> waivers) {
    for (LabelWaiver waiver : waivers) {
      waiver
          .label()
          .ifPresent(label ->
              byLabel.computeIfAbsent(label, absent -> new ArrayList<>()).add(waiver));
    }
  }

  /** Returns the first waiver that exempts the same packages. */
  Optional<LabelWaiver> same(NewLabelWaiver waiver) {
    return ofLabel(waiver, true).findFirst();
  }

  /**
   * Returns the first waiver with the same justification, but with fields that this library does
   * not know. It was most likely added by the same request earlier.
   */
  Optional<LabelWaiver> repeated(NewLabelWaiver waiver) {
    return ofLabel(waiver, false)
        .filter(
            kept -> kept.justification().filter(waiver.justification()::equals).isPresent())
        .findFirst();
  }

  /** Returns the first waiver that may exempt the same packages, but has fields that are unknown. */
  Optional<LabelWaiver> uncertain(NewLabelWaiver waiver) {
    return ofLabel(waiver, false).findFirst();
  }

  private Stream<LabelWaiver> ofLabel(NewLabelWaiver waiver, boolean known) {
    return byLabel.getOrDefault(waiver.label(), List.of()).stream()
        .filter(kept -> kept.unknownFields().isEmpty() == known);
  }
}
