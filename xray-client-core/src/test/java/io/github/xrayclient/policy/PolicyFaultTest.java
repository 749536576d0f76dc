package io.github.xrayclient.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.internal.write.NamedFaultContract;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Writes whose answer is lost or wrong, and servers that store something else. */
class PolicyFaultTest extends NamedFaultContract<Policy> {
  private static final String BEFORE = "{'name':'p','type':'security','description':'old',"
      + "'author':'a','modified':'2025-01-01T00:00:00Z','rules':[{'name':'r','priority':1,"
      + "'criteria':{'min_severity':'high'},'actions':{'fail_build':true,'mails':['a@b']}}]}";
  private static final String AFTER =
      BEFORE.replace("'old'", "'new'").replace("2025-01-01", "2025-01-02");

  PolicyFaultTest() {
    super(BEFORE, "description");
  }

  @Override
  protected UpdateResult<Policy> update() {
    Policy policy = RoundTrip.read(Fixtures.parse(json(BEFORE)), Policy.class);
    PolicyUpdate update = PolicyUpdate.of(policy).description("new").build();
    return xray.policies().update(update);
  }

  @Override
  protected Policy create() {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    Actions actions = Actions.builder().failBuild(true).addMail("a@b").build();
    PolicyDraft draft = PolicyDraft.named("p", PolicyType.SECURITY)
        .description("new")
        .addRule(Rule.builder().name("r").criteria(criteria).actions(actions).build())
        .build();
    return xray.policies().create(draft);
  }

  @Override
  protected String descriptionOf(Object policy) {
    return ((Policy) policy).description().orElse("");
  }

  @Nested
  class AnUpdateThatRemovesAField {
    private void removeFailBuild() {
      Policy policy = RoundTrip.read(Fixtures.parse(json(BEFORE)), Policy.class);
      Actions mailsOnly = Actions.builder().addMail("a@b").build();
      xray.policies()
          .update(PolicyUpdate.of(policy)
              .changeRule("r", rule -> rule.toBuilder().actions(mailsOnly).build())
              .build());
    }

    @Test
    void isNotDoneWhileTheFieldIsThere() {
      puts(broken());
      reads(BEFORE);

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(this::removeFailBuild);
    }

    @Test
    void namesOnlyWhatSomebodyElseChangedMeanwhile() {
      puts(broken());
      reads(BEFORE.replace("'old'", "'theirs'"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(this::removeFailBuild)
          .satisfies(e -> assertThat(e.changes())
              .extracting(FieldChange::field)
              .containsExactly("description"));
    }
  }

  @Nested
  class UnexpectedChanges {
    private void server(String stores, String... fields) {
      reads(stores);
      puts(okJson("{}"));

      assertThat(update().unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly(fields);
    }

    @Test
    void areNoneWhenTheServerStoresWhatWasSent() {
      server(AFTER);
      server(AFTER.replace("'high'", "'High'").replace("'author':'a'", "'author':'b'"));
      server(AFTER.replace("'fail_build'", "'webhooks':[],'notify_deployer':false,'fail_build'"));
    }

    @Test
    void sayWhatWasNotStored() {
      server(BEFORE, "description");
    }

    @Test
    void sayWhatWasChanged() {
      server(AFTER.replace("'high'", "'Low'"), "rules[r].criteria.min_severity");
      server(AFTER.replace("'security'", "'license'"), "type");
      server(AFTER.replace("'priority':1", "'priority':2"), "rules[r].priority");
    }

    @Test
    void sayWhatWasDropped() {
      server(AFTER.replace("'fail_build':true,", ""), "rules[r].actions.fail_build");
      server(AFTER.replace("'mails':['a@b']", "'mails':[]"), "rules[r].actions.mails");
      server("{'name':'p','type':'security','description':'new','rules':[]}", "rules");
    }

    @Test
    void sayWhatAppeared() {
      server(AFTER.replace("'priority'", "'new':{'x':1},'priority'"), "rules[r].new");
      server(AFTER.replace("'rules':[", "'rules':[{'name':'more'},"), "rules[more]");
    }
  }
}
