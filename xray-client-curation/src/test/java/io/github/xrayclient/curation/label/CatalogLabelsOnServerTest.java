package io.github.xrayclient.curation.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Clients;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The labels of the fake server, which answers only the queries of this library. */
class CatalogLabelsOnServerTest {
  private final FakeXray server = FakeXray.start()
      .seed(
          Kind.CATALOG_LABELS,
          ("[{'name':'banned','description':'do not use','publicPackages':[{'name':'left-pad',"
                  + "'type':'npm'}]},{'name':'Approved','description':'','publicPackages':"
                  + "[{'name':'a.example/b','type':'golang'},{'name':'left-pad','type':'npm'}]},"
                  + "{'name':'approved-npm'}]")
              .replace('\'', '"'))
      .seed(
          Kind.PACKAGES,
          ("[{'id':'npm://left-pad:1.3.0','labels':['Approved']},{'id':'pypi://plain:2'},"
                  + "{'id':'go://a.example/b:v1','labels':['Approved','banned']}]")
              .replace('\'', '"'));
  private final XrayClient xray = Clients.once(server.url());
  private final CatalogLabels labels = Curation.of(xray).labels();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  @Test
  void areListedAndSearchedByName() {
    assertThat(labels.list())
        .extracting(CatalogLabel::name)
        .containsExactly("Approved", "approved-npm", "banned");
    assertThat(labels.search("APPROVED"))
        .extracting(CatalogLabel::name)
        .containsExactly("Approved", "approved-npm");
    assertThat(labels.get("banned").description()).hasValue("do not use");
    assertThat(labels.find("approved")).isEmpty();
  }

  @Test
  void areReadPageByPage() {
    server.pageCap(1);

    assertThat(labels.list()).hasSize(3);
    assertThat(labels.assignments("Approved").packages()).hasSize(2);
    assertThat(labels.ofPackage(PackageType.NPM, "left-pad")).containsExactly("banned", "Approved");
    assertThat(server.requests()).hasSize(3 + 2 + 2 + 2);
  }

  @Test
  void areNeverReadWithoutEnd() {
    server.pageCap(1).repeatFirstPage(true);

    assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(labels::list);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void areThoseOfPackagesAndVersions() {
    assertThat(labels.ofPackage(PackageType.GO, "a.example/b")).containsExactly("Approved");
    assertThat(labels.ofVersion(PackageType.NPM, "left-pad", "1.3.0")).containsExactly("Approved");
    assertThat(labels.ofVersion(PackageType.GO, "a.example/b", "v1"))
        .containsExactly("Approved", "banned");
    assertThat(labels.ofPackage(PackageType.PYPI, "plain")).isEmpty();
    assertThat(labels.ofVersion(PackageType.PYPI, "plain", "2")).isEmpty();
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> labels.ofVersion(PackageType.PYPI, "plain", "3"));
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> labels.ofPackage(PackageType.NPM, "unknown"));
    assertThat(labels.assignments("banned").packageVersions())
        .extracting(version -> version.catalogPackage().name() + " " + version.version())
        .containsExactly("a.example/b v1");
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> labels.assignments("nothing"));
  }

  @Test
  void areForbiddenLikeEverythingElse() {
    server.forbid("/catalog/");

    assertThatExceptionOfType(XrayForbiddenException.class).isThrownBy(labels::list);
  }

  @Test
  void areNotReadByOtherQueries() {
    String body = xray.call("POST", "/catalog/api/v1/custom/graphql")
        .readOnly()
        .body(Map.of("query", "{ customCatalogLabel { getLabel(name: \"banned\") { name } } }"))
        .send()
        .text();

    assertThat(body).contains("\"data\":null").contains("FakeXray answers only the queries");
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> xray.call("GET", "/catalog/api/v1/custom/graphql").send());
  }
}
