package io.github.xrayclient.examples.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoWaivedTest extends CommandLineFixture {
  @BeforeEach
  void seed() {
    Instant recently = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    fake.seed(
        FakeXray.Kind.CURATION_POLICIES,
        ("{'id':'31','name':'no old ones','scope':'all_repos','policy_action':'block',"
                + "'condition_id':'1','waiver_request_config':'forbidden','waivers':["
                + "{'id':'1','pkg_type':'npm','pkg_name':'@acme/web','all_versions':true,"
                + "'justification':'ours','created_by':'olga','created_at':'RECENT','seats':3},"
                + "{'id':'2','pkg_type':'PyPI','pkg_name':'six','all_versions':false,"
                + "'pkg_versions':['1.0','1.1'],'justification':'old','created_by':'pete',"
                + "'created_at':'2024-05-06T23:30:00-02:00'}],"
                + "'label_waivers':[{'id':'1','label':'vetted','justification':'seen',"
                + "'created_by':'olga','created_at':'2024-05-07T01:00:00Z'}]}")
            .replace("RECENT", recently.toString())
            .replace('\'', '"'));
  }

  private List<String> whoWaived(String options) {
    List<String> arguments = new ArrayList<>(List.of("who-waived"));
    Arrays.stream(options.split(" ")).filter(word -> !word.isEmpty()).forEach(arguments::add);
    assertThat(onServer(arguments.toArray(new String[0]))).as(err.toString()).isZero();
    return out.toString().lines().skip(1).collect(Collectors.toList());
  }

  @Test
  void listsTheWaiversOfAllPoliciesByOneRequest() {
    List<String> rows = whoWaived("");

    assertThat(rows)
        .hasSize(6)
        .contains(
            "no old ones                      2   PyPI six       1.0, 1.1  pete   2024-05-06  old")
        .anyMatch(row -> row.contains("jquery"))
        .anyMatch(row -> row.matches("no old ones +1 +label vetted +all +olga +2024-05-07 +seen"));
    assertThat(fake.requests())
        .extracting(RecordedRequest::path)
        .containsExactly("/xray/api/v1/curation/policies");
  }

  @ParameterizedTest
  @CsvSource({
    "--package @acme/*, ours",
    "--package six --type pypi, old",
    "--package six --type pypi --version 1.1, old",
    "--by PETE, old",
    "--policy 31 --label *, seen",
    "--by olga --since 10, ours",
    "--by olga --since 2024-05-08, ours",
  })
  void narrowsTheList(String options, String why) {
    assertThat(whoWaived(options)).singleElement().asString().endsWith(why);
  }

  @Test
  void givesTheWaiverAsJsonWithEverythingThatTheServerSent() throws IOException {
    onServer("who-waived", "--policy", "no old ones", "--type", "npm", "--format", "json");

    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.get("policy").toString()).isEqualTo("{\"id\":\"31\",\"name\":\"no old ones\"}");
    assertThat(line.get("waiver").get("pkg_name").asText()).isEqualTo("@acme/web");
    assertThat(line.get("waiver").get("seats").asInt()).isEqualTo(3);
    assertThat(line.get("waiver").get("created_by").asText()).isEqualTo("olga");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2024-13-01", "99999", "-1", ""})
  void refusesADayThatIsNone(String since) {
    assertThat(onServer("who-waived", "--since=" + since)).isEqualTo(2);

    assertThat(err.toString()).contains("--since must be a day such as 2026-01-31");
    assertThat(fake.requests()).isEmpty();
  }
}
