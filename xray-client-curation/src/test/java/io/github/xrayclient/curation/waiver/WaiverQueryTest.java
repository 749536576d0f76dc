package io.github.xrayclient.curation.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.WaiverInPolicy;
import io.github.xrayclient.curation.WaiverQuery;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The waivers of all policies, with filters that the library applies. */
class WaiverQueryTest {
  private final FakeXray fake = FakeXray.start()
      .seed(
          Kind.CURATION_POLICIES,
          ("[{'id':'1','name':'first','condition_id':'7','waivers':["
                  + "{'id':'1','pkg_type':'npm','pkg_name':'@acme/web','all_versions':true,"
                  + "'justification':'a','created_by':'ann','created_at':'2025-03-01T00:00:00Z'},"
                  + "{'id':'2','pkg_type':'npm','pkg_name':'@acme/api','all_versions':false,"
                  + "'pkg_versions':['1.0'],'justification':'b','created_by':'bob',"
                  + "'created_at':'2025-01-01T00:00:00Z'}]},"
                  + "{'id':'2','name':'second','condition_id':'7','waivers':["
                  + "{'id':'1','pkg_type':'PyPI','pkg_name':'web','all_versions':true,"
                  + "'justification':'c','created_by':'Ann','created_at':'soon'}],"
                  + "'label_waivers':[{'id':'1','label':'trusted','justification':'d',"
                  + "'created_by':'bob','created_at':'2025-02-01T00:00:00Z'}]}]")
              .replace('\'', '"'));
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.anonymous())
      .build();
  private final WaiverQuery all = Curation.of(xray).policies().waivers();

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static List<String> reasons(WaiverQuery query) {
    return query.stream()
        .map(waiver -> waiver.justification().orElse(""))
        .collect(Collectors.toList());
  }

  private List<String> paths() {
    return fake.requests().stream().map(RecordedRequest::path).collect(Collectors.toList());
  }

  @Test
  void listsEveryWaiverWithItsPolicyByOneListing() {
    List<WaiverInPolicy<?>> found = all.stream().collect(Collectors.toList());

    assertThat(found)
        .extracting(waiver -> waiver.policy().name() + " " + waiver.createdBy().orElse(""))
        .containsExactly("first ann", "first bob", "second Ann", "second bob");
    assertThat(found.get(0).createdAt().orElseThrow().wire()).isEqualTo("2025-03-01T00:00:00Z");
    assertThat(paths()).containsExactly("/xray/api/v1/curation/policies");
    assertThat(all.ofPackages().count()).isEqualTo(3);
    assertThat(all.ofLabels().map(waiver -> waiver.waiver().label().orElse("")))
        .containsExactly("trusted");
  }

  @Test
  void filtersPackages() {
    assertThat(reasons(all.packageType(PackageType.of("NPM")))).containsExactly("a", "b");
    assertThat(reasons(all.packageName(NamePattern.of("@acme/*")))).containsExactly("a", "b");
    assertThat(reasons(all.packageName(NamePattern.of("web")))).containsExactly("c");
    assertThat(reasons(all.packageVersion("2.0"))).containsExactly("a", "c");
    assertThat(reasons(all.packageVersion("1.0").packageType(PackageType.NPM)))
        .containsExactly("a", "b");
    assertThat(all.packageName(NamePattern.of("web")).ofLabels()).isEmpty();
  }

  @Test
  void filtersLabels() {
    assertThat(reasons(all.label(NamePattern.of("tr*")))).containsExactly("d");
    assertThat(reasons(all.label(NamePattern.of("Tr*")))).isEmpty();
    assertThat(reasons(all.label(NamePattern.of("*")).packageName(NamePattern.of("web"))))
        .containsExactly("c", "d");
    assertThat(all.label(NamePattern.of("*")).ofPackages()).isEmpty();
  }

  @Test
  void filtersByAuthorAndTime() {
    assertThat(reasons(all.createdBy("ann"))).containsExactly("a", "c");
    assertThat(reasons(all.createdFrom(Instant.parse("2025-02-01T00:00:00Z"))))
        .containsExactly("a", "c", "d"); // the time of c cannot be read
    assertThat(reasons(all.createdBy("bob").createdFrom(Instant.parse("2025-02-01T00:00:01Z"))))
        .isEmpty();
  }

  @Test
  void readsOnePolicyAlone() {
    WaiverQuery one = all.policy(NameOrId.parse("2"));
    assertThat(fake.requests()).isEmpty();

    assertThat(reasons(one)).containsExactly("c", "d");

    assertThat(paths()).containsExactly("/xray/api/v1/curation/policies/2");
    assertThat(reasons(all.policy(NameOrId.parse("first")))).containsExactly("a", "b");
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> reasons(all.policy(NameOrId.parse("third"))));
  }
}
