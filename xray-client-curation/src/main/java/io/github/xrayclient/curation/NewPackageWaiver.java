package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.internal.write.DraftFields;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A package waiver that is about to be created, as part of a policy draft or an update. Immutable
 * and thread-safe.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableNewPackageWaiver.class)
public interface NewPackageWaiver {
  /** The type of the package, such as npm. */
  @JsonProperty("pkg_type")
  PackageType packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("pkg_name")
  String packageName();

  /** Whether every version is exempt, including later ones. */
  @JsonProperty("all_versions")
  boolean allVersions();

  /** The exact versions that are exempt; empty if all versions are. */
  @JsonProperty("pkg_versions")
  List<String> packageVersions();

  /** Why the package is exempt. */
  @JsonProperty("justification")
  String justification();

  /**
   * Returns a waiver that exempts every version of the package, including later ones.
   *
   * @throws IllegalArgumentException if an argument is blank
   */
  static NewPackageWaiver allVersions(PackageType type, String name, String justification) {
    return of(type, name, true, List.of(), justified(justification));
  }

  /**
   * Returns a waiver that exempts exactly these versions of the package.
   *
   * @throws IllegalArgumentException if there is no version, or an argument is blank
   */
  static NewPackageWaiver versions(
      PackageType type, String name, List<String> versions, String justification) {
    return of(type, name, false, named(versions), justified(justification));
  }

  /**
   * Returns a waiver with the content of an existing one, for another policy or to be changed.
   *
   * @throws IllegalArgumentException if the waiver has fields that this version of the library does
   *     not know, since one of them may be an expiry ({@link PackageWaiver#droppingUnknownFields}
   *     allows a copy without them), or if it has no package type, name, versions or justification,
   *     which {@link PackageWaiver#toBuilder} can set
   */
  static NewPackageWaiver like(PackageWaiver waiver) {
    WaiverFields.refuseLoss(Objects.requireNonNull(waiver, "waiver").id(), waiver.unknownFields());
    String of = " of package waiver " + waiver.id();
    boolean all = waiver.allVersions().orElse(false);
    List<String> versions =
        all ? List.of() : Arguments.some("versions" + of, waiver.packageVersions());
    return of(
        Arguments.word("packageType" + of, waiver.packageType().orElse(PackageType.of(""))),
        Arguments.text("packageName" + of, waiver.packageName().orElse("")),
        all,
        Arguments.texts("versions" + of, versions),
        Arguments.text("justification" + of, waiver.justification().orElse("")));
  }

  /**
   * Returns a copy that exempts exactly these versions.
   *
   * @throws IllegalArgumentException if there is no version, or one is blank
   */
  default NewPackageWaiver withVersions(List<String> versions) {
    return of(packageType(), packageName(), false, named(versions), justification());
  }

  /** Returns a copy that exempts all versions. */
  default NewPackageWaiver withAllVersions() {
    return of(packageType(), packageName(), true, List.of(), justification());
  }

  /**
   * Returns a copy with another justification.
   *
   * @throws IllegalArgumentException if the justification is blank
   */
  default NewPackageWaiver withJustification(String justification) {
    return of(
        packageType(), packageName(), allVersions(), packageVersions(), justified(justification));
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // Jackson calls it
  @JsonAnySetter
  private void refuse(String field, JsonNode value) {
    DraftFields.refuse("a new package waiver", field);
  }

  @JsonCreator
  private static NewPackageWaiver read(
      @JsonProperty("pkg_type") @Nullable PackageType type,
      @JsonProperty("pkg_name") @Nullable String name,
      @JsonProperty("all_versions") boolean all,
      @JsonProperty("pkg_versions") @Nullable List<String> versions,
      @JsonProperty("justification") @Nullable String justification) {
    PackageType known = type == null ? PackageType.of("") : type;
    String named = Objects.requireNonNullElse(name, "");
    String reason = Objects.requireNonNullElse(justification, "");
    return all
        ? allVersions(known, named, reason)
        : versions(known, named, versions == null ? List.of() : versions, reason);
  }

  private static NewPackageWaiver of(
      PackageType type, String name, boolean all, List<String> versions, String justification) {
    return ImmutableNewPackageWaiver.builder()
        .packageType(Arguments.word("type", type))
        .packageName(Arguments.text("name", name))
        .allVersions(all)
        .packageVersions(versions)
        .justification(justification)
        .build();
  }

  private static List<String> named(List<String> versions) {
    if (Objects.requireNonNull(versions, "versions").isEmpty()) {
      throw new IllegalArgumentException(
          "versions must not be empty; name at least one version, or exempt all versions");
    }
    return Arguments.texts("versions", versions);
  }

  private static String justified(String text) {
    return Arguments.text("justification", text);
  }
}
