package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.UnreadableKind;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
  private static Snapshot snapshot(ObjectKind kind, String... objects) {
    TreeMap<ObjectKey, StoredObject> contents = new TreeMap<>();
    for (String object : objects) {
      ObjectNode content = json(object);
      String name = PortableContent.text(content, ObjectKinds.nameAt(kind)).orElse("rule");
      ObjectKey key = ObjectKey.of(kind, name);
      contents.put(key, StoredObject.of(key, content));
    }
    return new Snapshot(new SnapshotContent(
        "https://acme.example", "3.116.0", "", Selection.all(), contents, Map.of()));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Difference of(ObjectKind kind, String from, String to) {
    return Difference.between(snapshot(kind, from), snapshot(kind, to));
  }

  private static Difference ofRules(String from, String to) {
    return of(
        ObjectKind.POLICIES,
        "{'name':'p','type':'security','rules':" + from + "}",
        "{'name':'p','type':'security','rules':" + to + "}");
  }

  @Nested
  class SaysNothing {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "{'name':'p'} | {'name':'p','description':null}",
          "{'name':'p','description':''} | {'name':'p'}",
          "{'name':'p','rules':[]} | {'name':'p','rules':null}",
          "{'name':'p','x':{'y':[]}} | {'name':'p'}",
          "{'name':'p','x':2.50} | {'name':'p','x':2.5}",
          "{'name':'p','type':'Security'} | {'name':'p','type':'security'}"
        })
    void ofAbsentNullAndEmpty(String from, String to) {
      assertThat(of(ObjectKind.POLICIES, from, to).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "{'min_severity':'All severities'} | {'min_severity':'all Severities'}",
          "{'package_type':'Npm','package_name':'x'} | {'package_type':'npm','package_name':'x'}",
          "{'cvss_range':{'from':'7.0','to':10}} | {'cvss_range':{'from':7,'to':'10.0'}}",
          "{'cvss_range':{'to':9}} | {'cvss_range':{'from':0,'to':9}}",
          "{'malicious_package':false} | {}",
          "{'vulnerability_ids':['CVE-1','CVE-2']} | {'vulnerability_ids':['CVE-2','CVE-1']}"
        })
    void ofCriteriaThatMeanTheSame(String from, String to) {
      Difference difference =
          ofRules("[{'name':'r','criteria':" + from + "}]", "[{'name':'r','criteria':" + to + "}]");

      assertThat(difference.isEmpty()).isTrue();
    }

    @Test
    void ofTheOrderOfRules() {
      assertThat(ofRules(
                  "[{'name':'a','priority':1},{'name':'b','priority':2}]",
                  "[{'name':'b','priority':2},{'name':'a','priority':1}]")
              .isEmpty())
          .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "{'type':'repository','name':'r'} |"
              + " {'type':'repository','name':'r','bin_mgr_id':'default','repo_type':'local'}",
          "{'type':'all-repos','name':'All Repositories'} | {'type':'all-repos','filters':[]}",
          "{'type':'all-repos','filters':[{'type':'package-type','value':'NpM'}]} |"
              + " {'type':'all-repos','filters':[{'type':'package-type','value':'Npm'}]}"
        })
    void ofResourcesThatMeanTheSame(String from, String to) {
      String watch = "{'general_data':{'name':'w'%s},'project_resources':{'resources':[%s]}}";

      assertThat(of(
                  ObjectKind.WATCHES,
                  String.format(watch, "", from),
                  String.format(watch, ",'active':true", to))
              .isEmpty())
          .isTrue();
    }

    @Test
    void ofTheSpellingOfATime() {
      assertThat(Comparison.between(
              ObjectKind.IGNORE_RULES,
              json("{'expires_at':'2031-01-01T00:00:00Z'}"),
              json("{'expires_at':'2031-01-01T01:00:00.000+01:00'}")))
          .isEmpty();
      assertThat(Comparison.between(
              ObjectKind.IGNORE_RULES,
              json("{'expires_at':'2031-01-01T00:00:00Z'}"),
              json("{'expires_at':'2031-01-01T00:00:01Z'}")))
          .hasSize(1);
    }

    @Test
    void ofDefaultsOfCurationPolicies() {
      assertThat(of(
                  ObjectKind.CURATION_POLICIES,
                  "{'name':'c','waiver_request_config':'forbidden','enabled':true,"
                      + "'block_from_cache':false,'pkg_types_include':['npm','PyPI']}",
                  "{'name':'c','pkg_types_include':['pypi','npm']}")
              .isEmpty())
          .isTrue();
    }
  }

  @Nested
  class Says {
    @Test
    void whichFieldIsAnother() {
      Difference difference = ofRules(
          "[{'name':'r','priority':1,'criteria':{'min_severity':'High'},'actions':{'mails':['a']}}]",
          "[{'name':'r','priority':2,'criteria':{'min_severity':'Low'},'actions':{'mails':['b']}}]");

      assertThat(difference.toString())
          .isEqualTo("~ policy \"p\"\n"
              + "    rules[r].actions.mails[a]: removed\n"
              + "    rules[r].actions.mails[b]: added\n"
              + "    rules[r].criteria.min_severity: High → Low\n"
              + "    rules[r].priority: 1 → 2\n");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "'x':'block' | 'x':'dry_run' | x: block → dry_run",
          "'x':1 | 'x':2.5 | x: 1 → 2.5",
          "'x':true | 'x':false | x: true → false",
          "'x':false | 'x':true | x: false → true",
          "'x':true | 'y':0 | x: true → not set",
          "'x':true | 'x':null | x: true → not set",
          "'y':0 | 'x':true | x: not set → true",
          "'x':'on' | 'x':'' | x: on → \"\"",
          "'x':{'y':true} | 'x':{'y':false} | x.y: true → false",
          "'y':0 | 'x':{'z':1} | x: not set → {\"z\":1}",
          "'x':{'z':1} | 'x':{} | x.z: 1 → not set",
          "'x':[1] | 'x':[1,2] | x: [1] → [1,2]",
          "'mails':['a'] | 'mails':['a','b'] | mails[b]: added",
          "'mails':['a','b'] | 'mails':['b'] | mails[a]: removed",
          "'y':0 | 'mails':['a'] | mails[a]: added",
          "'mails':['a'] | 'mails':null | mails[a]: removed",
          "'y':0 | 'rules':[{'name':'r'}] | rules[r]: added {\"name\":\"r\"}",
          "'rules':[{'name':'r'}] | 'y':0 | rules[r]: removed {\"name\":\"r\"}",
          "'rules':[{'name':'r','z':true}] | 'rules':[{'name':'r'}] | rules[r].z: true → not set"
        })
    void whatBecomesOfAFieldInPlainWords(String from, String to, String words) {
      assertThat(Comparison.between(
              ObjectKind.POLICIES,
              json("{'name':'p'," + from + "}"),
              json("{'name':'p'," + to + "}")))
          .extracting(FieldChange::toString)
          .containsExactly(words);
    }

    @Test
    void thatARangeWasTurned() {
      assertThat(of(
                  ObjectKind.CONDITIONS,
                  "{'name':'c','param_values':[{'param_id':'x','value':[7,9]}]}",
                  "{'name':'c','param_values':[{'param_id':'x','value':[9,7]}]}")
              .changes())
          .hasSize(1);
    }

    @Test
    void thatAWatchIsSwitchedOff() {
      String watch = "{'general_data':{'name':'w','active':%s},'project_resources':{'resources':"
          + "[{'type':'all-repos'}]}}";

      assertThat(of(ObjectKind.WATCHES, String.format(watch, "null"), String.format(watch, "false"))
              .changes())
          .singleElement()
          .satisfies(change -> assertThat(change.fields())
              .extracting(FieldChange::field)
              .containsExactly("general_data.active"));
    }

    @Test
    void whichWaiverCameAndWent() {
      Difference difference = of(
          ObjectKind.CURATION_POLICIES,
          "{'name':'c','waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':true,"
              + "'justification':'x'}],'label_waivers':[{'label':'l','justification':'x'}]}",
          "{'name':'c','waivers':[{'pkg_type':'NPM','pkg_name':'a','all_versions':true,"
              + "'justification':'y'},{'pkg_type':'npm','pkg_name':'b','pkg_versions':['2','1'],"
              + "'justification':'x'}]}");

      assertThat(difference.changes().get(0).fields())
          .extracting(FieldChange::field)
          .containsExactly(
              "label_waivers[l]",
              "waivers[npm a all versions].justification",
              "waivers[npm b 1, 2]");
    }

    @Test
    void whichObjectsAreOnOneSideOnly() {
      Difference difference = Difference.between(
          snapshot(ObjectKind.POLICIES, "{'name':'a'}", "{'name':'b'}"),
          snapshot(ObjectKind.POLICIES, "{'name':'b'}", "{'name':'c\\n'}"));

      assertThat(difference.toString()).isEqualTo("- policy \"a\"\n+ policy \"c\\n\"\n");
      assertThat(difference.toJson().toString())
          .isEqualTo("{\"schema\":1,\"notCompared\":[],\"comparesWaivers\":true,\"changes\":["
              + "{\"object\":{\"kind\":\"policies\",\"name\":\"a\"},\"kind\":\"REMOVED\","
              + "\"fields\":[]},"
              + "{\"object\":{\"kind\":\"policies\",\"name\":\"c\\n\"},\"kind\":\"ADDED\","
              + "\"fields\":[]}]}");
    }

    @Test
    void bothValuesAsJson() {
      assertThat(of(
                  ObjectKind.POLICIES,
                  "{'name':'p','description':'x'}",
                  "{'name':'p','description':null,'more':[1]}")
              .toJson()
              .at("/changes/0/fields"))
          .hasToString("[{\"field\":\"description\",\"from\":\"x\",\"to\":null},"
              + "{\"field\":\"more\",\"from\":null,\"to\":[1]}]");
    }

    @Test
    void whatWasNotReadOnOneSide() {
      Snapshot without = new Snapshot(new SnapshotContent(
          "https://acme.example",
          "3.80.0",
          "",
          Selection.all(),
          new TreeMap<>(),
          Map.of(
              ObjectKind.CONDITIONS,
              new UnreadableKind(NotRead.Kind.NOT_AVAILABLE, "the server answered 404"))));

      Difference difference =
          Difference.between(without, snapshot(ObjectKind.CONDITIONS, "{'name':'c'}"));

      assertThat(difference.isEmpty()).isTrue();
      assertThat(difference.notCompared()).containsExactly(ObjectKind.CONDITIONS);
      assertThat(difference)
          .hasToString("No differences\n"
              + "Not compared, because one of the snapshots does not contain them: conditions\n");
    }
  }

  @Test
  void findsNoneBetweenAServerAndItsOwnSnapshot() {
    try (Server server = Server.filled(1);
        Server other = Server.filled(50)) {
      assertThat(Difference.between(
                  server.migration().snapshot(), other.migration().snapshot())
              .isEmpty())
          .isTrue();
    }
  }
}
