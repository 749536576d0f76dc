package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A CVE of an issue, with its scores and weaknesses. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCveDetails.class)
@JsonDeserialize(builder = CveDetails.Builder.class)
public interface CveDetails {
  /** The id, such as {@code CVE-2021-44228}. Absent or empty if the issue has no CVE. */
  @JsonAlias("Cve")
  @JsonProperty("cve")
  Optional<String> cve();

  /**
   * The score and the vector by CVSS 2 in one text, such as {@code
   * 7.5/CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P}.
   */
  @JsonAlias({"CvssV2", "cvssv2"})
  @JsonProperty("cvss_v2")
  Optional<String> cvssV2();

  /**
   * The score and the vector by CVSS 3 in one text, such as {@code
   * 9.8/CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}.
   */
  @JsonAlias({"CvssV3", "cvssv3"})
  @JsonProperty("cvss_v3")
  Optional<String> cvssV3();

  /** The ids of the weaknesses behind the CVE, such as {@code CWE-502}. */
  @JsonAlias("Cwe")
  @JsonProperty("cwe")
  List<String> cwes();

  /** The weaknesses behind the CVE, by their ids. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonProperty("cwe_details")
  Map<String, CweDetails> cweDetails();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link CveDetails} values. Not thread-safe. */
  final class Builder extends ImmutableCveDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
