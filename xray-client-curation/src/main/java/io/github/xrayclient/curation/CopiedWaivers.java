package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.internal.json.UnreadFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The waivers of a policy of which a draft makes new ones. Immutable. */
final class CopiedWaivers {
  private static final CopiedWaivers NONE =
      new CopiedWaivers(List.of(), List.of(), List.of(), Set.of());

  private final List<PackageWaiver> packages;
  private final List<LabelWaiver> labels;
  private final List<String> unread; // the wire names of lists that could not be read
  private final Set<String> dropped; // the names of unknown fields that are not copied

  private CopiedWaivers(
      List<PackageWaiver> packages,
      List<LabelWaiver> labels,
      List<String> unread,
      Set<String> dropped) {
    this.packages = packages;
    this.labels = labels;
    this.unread = unread;
    this.dropped = dropped;
  }

  static CopiedWaivers none() {
    return NONE;
  }

  static CopiedWaivers of(CurationPolicy policy) {
    List<String> unread = UnreadFields.of(policy).stream()
        .map(path -> path.substring("$.".length()))
        .filter(CurationPolicyFields.WAIVERS::contains)
        .collect(Collectors.toUnmodifiableList());
    return new CopiedWaivers(policy.waivers(), policy.labelWaivers(), unread, Set.of());
  }

  /**
   * Allows copies without these fields, in addition to those of earlier calls.
   *
   * @throws IllegalArgumentException if one of the names is blank, or that of a field that this
   *     library knows and could read in each waiver
   */
  CopiedWaivers droppingUnknownFields(List<String> names) {
    Stream<Map<String, JsonNode>> extras = Stream.concat(
        packages.stream().map(PackageWaiver::extras), labels.stream().map(LabelWaiver::extras));
    WaiverFields.checkDropped(names, extras);
    Set<String> all = new LinkedHashSet<>(dropped);
    all.addAll(names);
    return new CopiedWaivers(packages, labels, unread, all);
  }

  /**
   * Refuses a copy of waivers that could not be read.
   *
   * @throws IllegalArgumentException if there are such waivers
   */
  void refuseUnread() {
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(" and ", unread) + " could not be read, so they cannot be copied;"
              + " call withoutWaivers() to create the policy without them");
    }
  }

  /** New waivers of packages; throws if one of the waivers has unknown fields or is incomplete. */
  List<NewPackageWaiver> packages() {
    return packages.stream()
        .map(waiver -> NewPackageWaiver.like(
            waiver.droppingUnknownFields(WaiverFields.among(waiver.extras(), dropped))))
        .collect(Collectors.toList());
  }

  /** New waivers of labels; throws if one of the waivers has unknown fields or is incomplete. */
  List<NewLabelWaiver> labels() {
    return labels.stream()
        .map(waiver -> NewLabelWaiver.like(
            waiver.droppingUnknownFields(WaiverFields.among(waiver.extras(), dropped))))
        .collect(Collectors.toList());
  }
}
