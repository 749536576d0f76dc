package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResourceType;
import io.github.xrayclient.watch.WatchUpdate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Policies and watches of 4,000 elements, which a server gives back in another order each time. */
@WireMockTest
class LargeUpdatesTest {
  private static final int MANY = 4_000;

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Fixtures.parse(text.replace('\'', '"'));
  }

  private static ObjectNode watch(boolean backwards) {
    ObjectNode watch = json("{'general_data':{'name':'w','active':true},'project_resources':"
        + "{'resources':[]},'assigned_policies':[]}");
    ArrayNode resources = (ArrayNode) watch.at("/project_resources/resources");
    ArrayNode policies = (ArrayNode) watch.path("assigned_policies");
    for (int i = 0; i < MANY; i++) {
      int number = backwards ? MANY - 1 - i : i;
      resources.add(json("{'type':'build','name':'b" + number + "','x':{'y':[" + number + "]}}"));
      policies.add(json("{'name':'p" + number + "','type':'security'}"));
    }
    return watch;
  }

  private static ObjectNode policy(int firstPriority) {
    ObjectNode policy = json("{'name':'p','type':'security','rules':[]}");
    ArrayNode rules = (ArrayNode) policy.path("rules");
    for (int i = 0; i < MANY; i++) {
      rules.add(json("{'name':'r" + i + "','priority':" + (firstPriority + i)
          + ",'criteria':{'min_severity':'High'},'actions':{'fail_build':true}}"));
    }
    return policy;
  }

  /** Every read gives the other one of these. */
  private static void reads(ObjectNode one, ObjectNode other) {
    WireMock.stubFor(WireMock.get(WireMock.anyUrl())
        .inScenario("order")
        .whenScenarioStateIs(Scenario.STARTED)
        .willReturn(WireMock.okJson(one.toString()))
        .willSetStateTo("other"));
    WireMock.stubFor(WireMock.get(WireMock.anyUrl())
        .inScenario("order")
        .whenScenarioStateIs("other")
        .willReturn(WireMock.okJson(other.toString()))
        .willSetStateTo(Scenario.STARTED));
  }

  private static void puts() {
    WireMock.stubFor(WireMock.put(WireMock.anyUrl()).willReturn(WireMock.okJson("{}")));
  }

  private static <T> T soon(ThrowingSupplier<T> work) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), work);
  }

  @Test
  void editAWatchWhoseResourcesComeInAnotherOrder() {
    reads(watch(false), watch(true));
    puts();

    UpdateResult<Watch> result =
        soon(() -> xray.watches().edit("w", update -> update.active(true)));

    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(result.value().resources()).hasSize(MANY);
  }

  @Test
  void lookAfterALostAnswerAtAWatchWhoseResourcesComeInAnotherOrder() {
    reads(watch(false), watch(true));
    WireMock.stubFor(
        WireMock.put(WireMock.anyUrl()).willReturn(WireMock.ok().withFault(Fault.EMPTY_RESPONSE)));

    UpdateResult<Watch> result =
        soon(() -> xray.watches().edit("w", update -> update.active(true)));

    assertThat(result.unexpectedChanges()).isEmpty();
  }

  @Test
  void tellOfEachRuleThatHasAnotherPriority() {
    Policy before = RoundTrip.read(policy(1), Policy.class);
    reads(policy(2), policy(2));
    puts();

    UpdateResult<Policy> result =
        soon(() -> xray.policies().update(PolicyUpdate.of(before).build()));

    assertThat(result.unexpectedChanges()).hasSize(MANY);
  }

  @Test
  void buildUpdatesThatTouchEveryElement() {
    Watch watch = RoundTrip.read(watch(false), Watch.class);
    Policy policy = RoundTrip.read(policy(1), Policy.class);

    soon(() -> {
      WatchUpdate.Builder update = WatchUpdate.of(watch);
      for (int i = 0; i < MANY; i++) {
        update.changeResource(
            WatchResourceType.BUILD, "b" + i, resource -> resource.toBuilder().build());
        update.assign("p" + i, PolicyType.SECURITY);
      }
      return update.build();
    });
    soon(() -> {
      PolicyUpdate.Builder update = PolicyUpdate.of(policy);
      for (int i = 0; i < MANY; i++) {
        update.changeRule("r" + i, rule -> rule.toBuilder().priority(7).build());
      }
      return update.build();
    });
  }
}
