package io.github.xrayclient.internal.ignorerule;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.ignorerule.ExposureCategory;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleQuery;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.value.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists ignore rules by the REST API. Immutable and thread-safe. */
public final class IgnoreRuleListing extends ListingQuery<IgnoreRule, IgnoreRuleQuery>
    implements IgnoreRuleQuery {
  private static final PageDecoder<IgnoreRule> PAGE =
      new PageDecoder<>(IgnoreRule.class, "ignore_rules");

  /** The parameters that are set by methods, so that a filter must not replace them. */
  private static final Map<String, String> WITH_METHODS = Map.of(
      "projectKey", "ignoreRules().inProject(..)",
      "order_by", "orderBy(..)",
      "direction", "direction(..)",
      "num_of_rows", "pageSize(..)",
      "page_num", "offset(..)");

  private final boolean withDeleted;
  private final List<Predicate<IgnoreRule>> kept;

  private IgnoreRuleListing(
      Listing<IgnoreRule> listing,
      Walk walk,
      boolean withDeleted,
      List<Predicate<IgnoreRule>> kept) {
    super(listing, walk);
    this.withDeleted = withDeleted;
    this.kept = kept;
  }

  /** Returns the listing of all rules that were not deleted; of one project, if a key is given. */
  public static IgnoreRuleQuery of(
      ApiCalls xray, String path, String since, Optional<String> projectKey) {
    Listing<IgnoreRule> all = Listing.of(xray, path, since, PAGE, IgnoreRule::id)
        .without(IgnoreRule::isDeleted)
        .with("order_by", OrderBy.CREATED)
        .with("direction", Direction.ASCENDING);
    return new IgnoreRuleListing(
        projectKey.map(key -> all.with("projectKey", key)).orElse(all),
        Walk.standard(),
        false,
        List.of());
  }

  @Override
  protected IgnoreRuleQuery query(Listing<IgnoreRule> listing, Walk walk) {
    return new IgnoreRuleListing(listing, walk, withDeleted, kept);
  }

  @Override
  public IgnoreRuleQuery vulnerability(String id) {
    return filtered("vulnerability", "id", id);
  }

  @Override
  public IgnoreRuleQuery cve(String id) {
    return filtered("cve", "id", id);
  }

  @Override
  public IgnoreRuleQuery license(String name) {
    return filtered("license", "name", name);
  }

  @Override
  public IgnoreRuleQuery policy(String name) {
    return filtered("policy", "name", name);
  }

  @Override
  public IgnoreRuleQuery watch(String name) {
    return filtered("watch", "name", name);
  }

  @Override
  public IgnoreRuleQuery component(String name) {
    return filtered("component_name", "name", name);
  }

  @Override
  public IgnoreRuleQuery componentVersion(String version) {
    return filtered("component_version", "version", version);
  }

  @Override
  public IgnoreRuleQuery artifact(String name) {
    return filtered("artifact_name", "name", name);
  }

  @Override
  public IgnoreRuleQuery artifactVersion(String version) {
    return filtered("artifact_version", "version", version);
  }

  @Override
  public IgnoreRuleQuery artifactPath(String path) {
    return filtered("artifact_path", "path", path);
  }

  @Override
  public IgnoreRuleQuery build(String name) {
    return filtered("build_name", "name", name);
  }

  @Override
  public IgnoreRuleQuery buildVersion(String version) {
    return filtered("build_version", "version", version);
  }

  @Override
  public IgnoreRuleQuery releaseBundle(String name) {
    return filtered("release_bundle_name", "name", name);
  }

  @Override
  public IgnoreRuleQuery releaseBundleVersion(String version) {
    return filtered("release_bundle_version", "version", version);
  }

  @Override
  public IgnoreRuleQuery dockerLayer(String digest) {
    return filtered("docker_layer", "digest", digest);
  }

  @Override
  public IgnoreRuleQuery exposureScanner(String id) {
    return filtered("exposures_scanner", "id", id);
  }

  @Override
  public IgnoreRuleQuery exposureCategory(ExposureCategory category) {
    return with("exposures_category", Arguments.word("category (exposures_category)", category));
  }

  @Override
  public IgnoreRuleQuery exposureFilePath(String path) {
    return filtered("exposures_file_path", "path", path);
  }

  @Override
  public IgnoreRuleQuery exposureFingerprint(String fingerprint) {
    return filtered("exposures_fingerprint", "fingerprint", fingerprint);
  }

  @Override
  public IgnoreRuleQuery gitRepository(String name) {
    return filtered("git_repository", "name", name);
  }

  @Override
  public IgnoreRuleQuery expiresBefore(Instant time) {
    return with("expires_before", Rfc3339.text(time));
  }

  @Override
  public IgnoreRuleQuery expiresAfter(Instant time) {
    return with("expires_after", Rfc3339.text(time));
  }

  @Override
  public IgnoreRuleQuery filter(String parameter, String value) {
    if (WITH_METHODS.containsKey(Arguments.checked("parameter", parameter))) {
      throw new IllegalArgumentException(
          "parameter must not be " + parameter + "; use " + WITH_METHODS.get(parameter));
    }
    return with(parameter, Arguments.checked("value", value));
  }

  @Override
  public IgnoreRuleQuery repository(String key) {
    Arguments.checked("key", key);
    return matching(rule ->
        rule.filters().filter(filters -> RepositoryScope.names(filters, key)).isPresent());
  }

  @Override
  public IgnoreRuleQuery operationalRisk() {
    return matching(rule ->
        !rule.filters().map(IgnoreFilters::operationalRisk).orElse(List.of()).isEmpty());
  }

  @Override
  public IgnoreRuleQuery matching(Predicate<IgnoreRule> predicate) {
    List<Predicate<IgnoreRule>> more = new ArrayList<>(kept);
    more.add(Objects.requireNonNull(predicate, "predicate"));
    return keeping(withDeleted, List.copyOf(more));
  }

  @Override
  public IgnoreRuleQuery includeDeleted() {
    return keeping(true, kept);
  }

  private IgnoreRuleQuery keeping(boolean deletedToo, List<Predicate<IgnoreRule>> all) {
    return new IgnoreRuleListing(
        deletedToo && all.isEmpty()
            ? source().withAll()
            : source()
                .without(rule -> (!deletedToo && rule.isDeleted())
                    || !all.stream().allMatch(each -> each.test(rule))),
        walk(),
        deletedToo,
        all);
  }

  @Override
  public IgnoreRuleQuery orderBy(OrderBy order) {
    return with("order_by", Arguments.word("order (order_by)", order));
  }

  private IgnoreRuleQuery filtered(String parameter, String argument, String value) {
    return with(parameter, Arguments.checked(argument + " (" + parameter + ")", value));
  }
}
