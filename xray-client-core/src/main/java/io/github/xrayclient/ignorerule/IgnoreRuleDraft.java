package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.DraftFields;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ignore rule that is about to be created. Its JSON form is the body of the request, and Jackson
 * can read that form; reading throws if it has a field that only the server sets. Filters that are
 * read are not checked for what servers refuse, since the draft may have been made by {@link #like}
 * or {@link Builder#unchecked()}; a draft that {@link #of(IgnoreFilters, String)} makes of
 * them is checked. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Ignore Rule"
 */
public final class IgnoreRuleDraft {
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private final IgnoreFilters filters;
  private final String notes;
  private final Optional<Timestamp> expiresAt;
  private final Map<String, Object> body;

  private IgnoreRuleDraft(Builder builder) {
    this.filters = builder.filters;
    this.notes = builder.notes;
    this.expiresAt = Optional.ofNullable(builder.expiresAt);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("notes", notes);
    expiresAt.ifPresent(time -> fields.put("expires_at", time));
    fields.put("ignore_filters", filters);
    this.body = Collections.unmodifiableMap(fields);
  }

  /**
   * Returns a builder of a draft. {@link Builder#expiresAt} or {@link Builder#neverExpires()} has to
   * be called, so that no rule is permanent by accident.
   *
   * @param notes why the violations are ignored
   * @throws IllegalArgumentException if no filter is set, or the notes are blank
   */
  public static Builder of(IgnoreFilters filters, String notes) {
    return new Builder(filters, notes);
  }

  /**
   * Returns a builder of a draft of the narrowest rule that ignores a violation. The rule names
   *
   * <ul>
   * <li>what was found: the CVEs or, if there are none, the id of the vulnerability; the license;
   *     {@code any} for operational risk; the scanner and the files of a secret; the rule and the
   *     files of a finding of static analysis;
   * <li>the watch, and of the policies those that block, or all if none blocks;
   * <li>the components with their versions, the artifacts by their names, and the Git repository. A
   *     component whose version the violation does not name is covered in every version.
   * </ul>
   *
   * <p>It does not name the paths of artifacts, because their form is not documented. If the watch
   * belongs to a project, create the rule by {@link IgnoreRules#inProject}. An ignore rule does not
   * lift a block of unscanned artifacts, since these have no violations.
   *
   * @param violation a violation that was read with {@code includeDetails()}
   * @param notes why the violation is ignored
   * @param expiresAt when the rule expires; {@link Builder#neverExpires()} removes the expiry
   * @throws IllegalArgumentException if the notes are blank, or if the violation does not have what
   *     such a rule needs, for example because it was read without its details; the message names
   *     what is missing
   */
  public static Builder of(Violation violation, String notes, Instant expiresAt) {
    IgnoreFilters filters = NarrowestFilters.of(violation);
    Builder builder = of(filters, notes).expiresAt(Objects.requireNonNull(expiresAt, "expiresAt"));
    builder.known = filters; // values of the server are not checked
    return builder;
  }

  /**
   * Returns a builder of a draft with the filters, notes and expiry of a rule. Author, times,
   * project and fields that this version of the library does not know are not copied. If the rule
   * has expired, set a new expiry, since servers refuse one in the past.
   *
   * @throws IllegalArgumentException if the rule has no filters or no notes, or its expiry could
   *     not be read, since the copy would never expire
   */
  public static Builder like(IgnoreRule rule) {
    if (Objects.requireNonNull(rule, "rule").extras().containsKey("expires_at")) {
      throw new IllegalArgumentException("expires_at of ignore rule " + rule.id()
          + " could not be read, so a copy would never expire; set it by"
          + " toBuilder().expiresAt(..).extras(..)");
    }
    IgnoreFilters filters = filters(rule);
    Builder builder = of(filters, rule.notes().orElse(""));
    builder.known = filters;
    return builder.expiry(rule.expiresAt().filter(time -> !time.isNever()).orElse(null));
  }

  /** The filters of a rule, with those that some servers send beside them. */
  private static IgnoreFilters filters(IgnoreRule rule) {
    IgnoreFilters.Builder filters =
        rule.filters().map(IgnoreFilters::toBuilder).orElseGet(IgnoreFilters::builder);
    if (rule.filters().map(IgnoreFilters::vulnerabilities).orElse(List.of()).isEmpty()) {
      filters.vulnerabilities(rule.vulnerabilities());
    }
    if (rule.filters().map(IgnoreFilters::licenses).orElse(List.of()).isEmpty()) {
      filters.licenses(rule.licenses());
    }
    return filters.build();
  }

  @JsonCreator
  static IgnoreRuleDraft read(
      @JsonProperty("ignore_filters") @Nullable IgnoreFilters filters,
      @JsonProperty("notes") @Nullable String notes,
      @JsonProperty("expires_at") @Nullable Timestamp expiresAt) {
    IgnoreFilters known = filters == null ? IgnoreFilters.builder().build() : filters;
    DraftFields.refuseUnread("a draft of an ignore rule", "$.ignore_filters", known);
    Builder builder = of(known, Objects.requireNonNullElse(notes, ""));
    return builder.expiry(expiresAt).unchecked().build();
  }

  @JsonAnySetter
  void refuse(String field, JsonNode value) {
    DraftFields.refuse("a draft of an ignore rule", field);
  }

  /** The violations that are ignored. */
  public IgnoreFilters filters() {
    return filters;
  }

  /** Why the violations are ignored. */
  public String notes() {
    return notes;
  }

  /** When the rule expires; absent if it never does. */
  public Optional<Timestamp> expiresAt() {
    return expiresAt;
  }

  /** The body of the request, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IgnoreRuleDraft && body.equals(((IgnoreRuleDraft) other).body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "IgnoreRuleDraft" + body;
  }

  /** A builder of {@link IgnoreRuleDraft} values. Not thread-safe. */
  public static final class Builder {
    private IgnoreFilters filters;
    private String notes;
    private @Nullable Timestamp expiresAt;
    private boolean expiryChosen;
    private @Nullable IgnoreFilters known;
    private boolean unchecked;

    private Builder(IgnoreFilters filters, String notes) {
      this.filters = checked("filters", filters);
      this.notes = Arguments.checked("notes", notes);
    }

    private static IgnoreFilters checked(String argument, IgnoreFilters filters) {
      if (Json.MAPPER.valueToTree(Objects.requireNonNull(filters, argument)).isEmpty()) {
        throw new IllegalArgumentException(
            argument + " (ignore_filters) must not be empty; set at least one filter");
      }
      return filters;
    }

    /**
     * Sets the violations that are ignored.
     *
     * @throws IllegalArgumentException if no filter is set
     */
    public Builder filters(IgnoreFilters what) {
      this.filters = checked("what", what);
      return this;
    }

    /**
     * Sets why the violations are ignored.
     *
     * @throws IllegalArgumentException if the notes are blank
     */
    public Builder notes(String why) {
      this.notes = Arguments.checked("why", why);
      return this;
    }

    /**
     * Sets the time at which the rule expires. {@link IgnoreRules#create} refuses a time in the
     * past, as servers do.
     *
     * @throws IllegalArgumentException if the time is not in the years 0 to 9999, since the
     *     server's format has no other years
     */
    public Builder expiresAt(Instant time) {
      Objects.requireNonNull(time, "time");
      if (time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000)) {
        throw new IllegalArgumentException(
            "time (expires_at) must be in the years 0 to 9999, but was " + time);
      }
      return expiry(Timestamp.of(time));
    }

    /** Removes the expiry, so that the rule never expires. */
    public Builder neverExpires() {
      return expiry(null);
    }

    private Builder expiry(@Nullable Timestamp time) {
      this.expiresAt = time;
      this.expiryChosen = true;
      return this;
    }

    /**
     * Turns off the checks in {@code build()}, so that a draft is sent even if this library expects
     * the server to refuse it. A newer server may accept it.
     */
    public Builder unchecked() {
      this.unchecked = true;
      return this;
    }

    /**
     * Builds the draft. Filters that {@link IgnoreRuleDraft#like} copied are not checked unless
     * they were changed.
     *
     * @throws IllegalArgumentException if neither {@link #expiresAt} nor {@link #neverExpires()} was
     *     called, if no filter says what is ignored, if filters exclude each other, or if a filter
     *     has a value that servers are known to refuse; the message names the filter
     */
    public IgnoreRuleDraft build() {
      if (!expiryChosen) {
        throw new IllegalArgumentException("expiresAt (expires_at) is not set; call expiresAt(..),"
            + " or neverExpires() for a rule that stays until it is deleted");
      }
      if (!unchecked && !filters.equals(known)) {
        IgnoreFilterChecks.check(filters);
      }
      return new IgnoreRuleDraft(this);
    }
  }
}
