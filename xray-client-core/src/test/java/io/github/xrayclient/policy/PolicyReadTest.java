package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.internal.write.NamedReadContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReadTest extends NamedReadContract<Policy> {
  PolicyReadTest() {
    super("Policy", "/xray/api/v2/policies", "{'name':'%s'}");
  }

  @Override
  protected Policy get(String name) {
    return xray.policies().get(name);
  }

  @Override
  protected Policy get(String projectKey, String name) {
    return xray.policies().inProject(projectKey).get(name);
  }

  @Override
  protected Optional<Policy> find(String name) {
    return xray.policies().find(name);
  }

  @Override
  protected List<Policy> list() {
    return xray.policies().list();
  }

  @Override
  protected String nameOf(Policy policy) {
    return policy.name();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'name':'a','type':'license'}", "[{'name':'a','type':'license'}]"})
  void readsTheType(String body) {
    answer(body);

    assertThat(get("a").type()).hasValue(PolicyType.LICENSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]"})
  void keepsAValueOfAnotherType(String shape) {
    answer(String.format(
        shape, "{'name':'a','rules':[{'name':'r'},{'name':'s','criteria':{'sast':[]}}]}"));

    keepsTheValue(() -> get("a"), "$.rules[1].criteria.sast");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'name':'a'},{'type':'license'}]|$[1]",
        "{'data':[{'name':'a'},{'name':[]}]}|$.data[1].name",
        "{'policies':[null,{'name':'a','rules':[{}]}]}|$.policies[1].rules[0]"
      })
  void namesThePlaceOfOneBadElement(String body, String place) {
    answer(body);

    namesThePlace(this::list, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'name':'a'},{'name':'b','rules':7}]|$[1].rules",
        "[{'name':'a','rules':[{'name':'r','actions':{'mails':'x'}}]}]|$[0].rules[0].actions.mails"
      })
  void keepsAValueOfAnotherTypeInOneElement(String body, String place) {
    answer(body);

    keepsTheValue(this::list, place);
  }
}
