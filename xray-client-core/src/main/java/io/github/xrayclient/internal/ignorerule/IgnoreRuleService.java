package io.github.xrayclient.internal.ignorerule;

import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.ignorerule.IgnoreRuleQuery;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.IgnoreRuleFields;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads, creates and deletes ignore rules by the REST API. */
public final class IgnoreRuleService implements IgnoreRules {
  private static final String PATH = "/xray/api/v1/ignore_rules";
  private static final String SINCE = "3.11";

  /** The number of rules among which a rule is looked for whose answer was lost. */
  private static final int NEWEST = 100;

  private static final String ONE = PATH + "/{id}";
  private static final Pattern ID = Pattern.compile("id:\\s*([0-9A-Fa-f-]+)");

  private final ApiCalls xray;
  private final @Nullable String projectKey;

  public IgnoreRuleService(ApiCalls xray) {
    this(xray, null);
  }

  private IgnoreRuleService(ApiCalls xray, @Nullable String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  @Override
  public IgnoreRules inProject(String key) {
    return new IgnoreRuleService(xray, Arguments.checked("key", key));
  }

  @Override
  public IgnoreRuleQuery list() {
    return IgnoreRuleListing.of(xray, PATH, SINCE, Optional.ofNullable(projectKey));
  }

  @Override
  public IgnoreRule get(IgnoreRuleId id) {
    ApiCall<IgnoreRule> get = call("GET", ONE, Arguments.id("id", id)).readAs(IgnoreRule.class);
    IgnoreRule rule = get.send();
    if (rule.isDeleted()) {
      throw ErrorAccess.get()
          .errorOf(new ErrorAnswer(get.request().method(), RedactedByCall.address(get), 404)
              .reason("this rule was deleted"));
    }
    return rule;
  }

  @Override
  public Optional<IgnoreRule> find(IgnoreRuleId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<IgnoreRule> findInForce(IgnoreFilters filters) {
    Objects.requireNonNull(filters, "filters");
    Instant now = Instant.now();
    IgnoreRuleQuery all = list();
    IgnoreRuleQuery query =
        filters.watches().stream().findFirst().map(all::watch).orElse(all);
    return query.stream()
        .filter(rule -> rule.isInForceAt(now))
        .filter(rule -> hasFilters(rule, filters))
        .findFirst();
  }

  private boolean hasFilters(IgnoreRule rule, IgnoreFilters wanted) {
    return rule.filters()
        .filter(stored ->
            IgnoreRuleFields.areSameFilters(wanted, stored, Optional.ofNullable(projectKey)))
        .isPresent();
  }

  @Override
  public IgnoreRule create(IgnoreRuleDraft draft) {
    check(Objects.requireNonNull(draft, "draft"));
    ApiCall<IgnoreRuleId> post = call("POST", PATH).body(draft).decodedBy(IgnoreRuleService::id);
    IgnoreRuleId id = ReadBack.ofAnswer(
        post, "the ignore rule", () -> VerifiedWrite.send(post, () -> look(draft)));
    return ReadBack.of(post, "ignore rule " + id, () -> get(id));
  }

  /** Looks for the rule of a draft among the newest rules, after the answer to its POST was lost. */
  private WriteVerification<IgnoreRuleId> look(IgnoreRuleDraft draft) {
    return list().direction(Direction.DESCENDING).pageSize(NEWEST).stream()
        .limit(NEWEST)
        .filter(rule -> isMadeOf(draft, rule))
        .findFirst()
        .map(rule -> WriteVerification.applied(rule.id()))
        .orElseGet(WriteVerification::unchanged);
  }

  private boolean isMadeOf(IgnoreRuleDraft draft, IgnoreRule rule) {
    return rule.notes().equals(Optional.of(draft.notes()))
        && end(rule.expiresAt()).equals(end(draft.expiresAt()))
        && hasFilters(rule, draft.filters());
  }

  /** An expiry in whole seconds, since a server may not keep the fraction; empty for "never". */
  private static Optional<Instant> end(Optional<Timestamp> expiry) {
    return expiry
        .filter(time -> !time.isNever())
        .flatMap(Timestamp::toInstant)
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS));
  }

  private void check(IgnoreRuleDraft draft) {
    Instant now = Instant.now();
    draft.expiresAt().flatMap(Timestamp::toInstant).ifPresent(end -> {
      if (!end.isAfter(now)) {
        throw new RemediableArgumentException(
            "draft.expiresAt (expires_at) must be in the future, but was " + end + ", and it is "
                + now.truncatedTo(ChronoUnit.SECONDS),
            Remedy.of(Remedy.Kind.SET_EXPIRY, "set another time, or call neverExpires()"));
      }
    });
    for (IgnoreTarget build : draft.filters().builds()) {
      if (projectKey != null && NonBlank.text(build.project()).isEmpty()) {
        throw new RemediableArgumentException(
            "draft.filters (ignore_filters) has the build \""
                + VisibleText.oneLine(build.name().orElse(""))
                + "\" without a project, which servers allow only in global rules",
            Remedy.of(
                Remedy.Kind.USE_PROJECT,
                "set the project of the build, or create the rule without inProject(..)"));
      }
    }
  }

  @Override
  public void delete(IgnoreRuleId id) {
    ApiCall<Boolean> delete =
        call("DELETE", ONE, Arguments.id("id", id)).decodedBy(AnySuccess::read);
    VerifiedWrite.send(
        delete,
        () ->
            find(id).isPresent() ? WriteVerification.unchanged() : WriteVerification.applied(true));
  }

  /** The answer to a POST has the id only inside a sentence. */
  private static IgnoreRuleId id(ApiResponse response) throws IOException {
    Matcher sentence = ID.matcher(response.text());
    if (!sentence.find()) {
      throw new IOException("the answer has no id of the new ignore rule");
    }
    return IgnoreRuleId.of(sentence.group(1));
  }

  private ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    ApiCall<ApiResponse> call = xray.call(method, path, arguments).since(SINCE);
    return projectKey == null ? call : call.query("projectKey", projectKey);
  }
}
