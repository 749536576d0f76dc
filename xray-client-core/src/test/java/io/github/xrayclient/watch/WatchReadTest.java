package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.internal.write.NamedReadContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchReadTest extends NamedReadContract<Watch> {
  WatchReadTest() {
    super("Watch", "/xray/api/v2/watches", "{'general_data':{'name':'%s'}}");
  }

  @Override
  protected Watch get(String name) {
    return xray.watches().get(name);
  }

  @Override
  protected Watch get(String projectKey, String name) {
    return xray.watches().inProject(projectKey).get(name);
  }

  @Override
  protected Optional<Watch> find(String name) {
    return xray.watches().find(name);
  }

  @Override
  protected List<Watch> list() {
    return xray.watches().list();
  }

  @Override
  protected String nameOf(Watch watch) {
    return watch.name();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'general_data':{'name':'a','id':7}}", "[{'general_data':{'name':'a','id':7}}]"})
  void readsTheIdBeItANumber(String body) {
    answer(body);

    assertThat(get("a").generalData().id()).hasValue("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"general_data\":{}}", "{\"name\":\"a\"}"})
  void neverReadsOneWithoutAName(String body) {
    neverReads(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]"})
  void keepsAValueOfAnotherType(String shape) {
    answer(String.format(
        shape,
        "{'general_data':{'name':'a'},'project_resources':{'resources':["
            + "{'type':'build'},{'type':'build','filters':{}}]}}"));

    keepsTheValue(() -> get("a"), "$.project_resources.resources[1].filters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'general_data':{'name':'a'}},{'ticket_profile':'x'}]|$[1]",
        "[{'general_data':{'name':'a'}},{'general_data':{'name':{}}}]|$[1].general_data.name",
        "[{'general_data':{'name':'a'},'assigned_policies':[{}]}]|$[0].assigned_policies[0]",
        "{'data':[{'general_data':7}]}|$.data[0].general_data"
      })
  void namesThePlaceOfOneBadElement(String body, String place) {
    answer(body);

    namesThePlace(this::list, place);
  }

  @Test
  void keepsAValueOfAnotherTypeInOneElement() {
    answer("{'watches':[null,{'general_data':{'name':'a'},'ticket_generation':[]}]}");

    keepsTheValue(this::list, "$[0].ticket_generation");
  }
}
