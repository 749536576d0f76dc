package io.github.xrayclient.ignorerule;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.Refusal;
import io.github.xrayclient.internal.ignorerule.IgnoreRuleListing;
import io.github.xrayclient.internal.write.LookResult;
import io.github.xrayclient.internal.write.ReadBack;
import io.github.xrayclient.internal.write.VerifiedWrite;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ignore rules, as {@code XrayClient.ignoreRules()} gives them. They are created and deleted, but
 * cannot be changed. Immutable and thread-safe.
 */
public final class IgnoreRules {
  private static final String PATH = "/xray/api/v1/ignore_rules";
  private static final String SINCE = "3.11";

  private static final String ONE = PATH + "/{id}";
  private static final Pattern ID = Pattern.compile("id:\\s*([0-9A-Fa-f-]+)");

  private final ApiCalls xray;
  private final @Nullable String projectKey;

  /** The ignore rules that a client sees. */
  public IgnoreRules(ApiCalls xray) {
    this(xray, null);
  }

  private IgnoreRules(ApiCalls xray, @Nullable String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public IgnoreRules inProject(String key) {
    return new IgnoreRules(xray, Arguments.checked("projectKey", key));
  }

  /** All ignore rules, to filter and walk. */
  public IgnoreRuleQuery list() {
    return IgnoreRuleListing.of(xray, PATH, SINCE, Optional.ofNullable(projectKey));
  }

  /**
   * One ignore rule.
   *
   * @throws XrayNotFoundException if there is none of this id, or it was deleted
   * @see "JFrog REST APIs: Get Ignore Rule"
   */
  public IgnoreRule get(IgnoreRuleId id) {
    ApiCall<IgnoreRule> get = call("GET", ONE, id).as(IgnoreRule.class);
    IgnoreRule rule = get.send();
    if (rule.isDeleted()) {
      throw ErrorAccess.get()
          .refusal(new Refusal(get.request().method(), RedactedByCall.address(get), 404)
              .reason("the server has it as deleted"));
    }
    return rule;
  }

  /** One ignore rule, or nothing if there is none of this id or it was deleted. */
  public Optional<IgnoreRule> find(IgnoreRuleId id) {
    try {
      return Optional.of(get(id));
    } catch (XrayNotFoundException missing) {
      return Optional.empty();
    }
  }

  /**
   * Creates an ignore rule and reads it. It acts on later scans, and lifts blocks when violations
   * are looked at again.
   *
   * @throws XrayBadRequestException if the server refuses a filter
   * @throws XrayReadBackException if it was created, but cannot be read back; the message names its
   *     id, unless the server's answer does not name it
   * @see "JFrog REST APIs: Create Ignore Rule"
   */
  public IgnoreRule create(IgnoreRuleDraft draft) {
    ApiCall<IgnoreRuleId> post = call("POST", PATH).body(draft).decodedBy(IgnoreRules::id);
    IgnoreRuleId id = ReadBack.ofAnswer(post, "the ignore rule", post::send);
    return ReadBack.of(post, "ignore rule " + id, () -> get(id));
  }

  /**
   * Deletes an ignore rule.
   *
   * @throws XrayNotFoundException if there is none of this id
   * @see "JFrog REST APIs: Delete Ignore Rule"
   */
  public void delete(IgnoreRuleId id) {
    ApiCall<Boolean> delete = call("DELETE", ONE, id).decodedBy(AnySuccess::read);
    VerifiedWrite.send(
        delete, () -> find(id).isPresent() ? LookResult.unchanged() : LookResult.applied(true));
  }

  /** The id stands in a sentence only. */
  private static IgnoreRuleId id(ApiResponse response) throws IOException {
    Matcher sentence = ID.matcher(response.text());
    if (!sentence.find()) {
      throw new IOException("the answer does not name the id of the rule");
    }
    return IgnoreRuleId.of(sentence.group(1));
  }

  private ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    ApiCall<ApiResponse> call = xray.call(method, path, arguments).since(SINCE);
    return projectKey == null ? call : call.query("projectKey", projectKey);
  }
}
