package io.github.xrayclient.curation.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status of packages follows the policies of a server. */
@Timeout(30)
class PackagesOnServerTest {
  private final CurationServer server = new CurationServer();
  private final Packages packages = Curation.of(server.xray).packages();

  @BeforeEach
  void store() {
    server
        .fake
        .seed(
            Kind.REPOSITORIES,
            "[{\"key\":\"remote-npm-repo\",\"packageType\":\"npm\",\"curated\":true},"
                + "{\"key\":\"npm-other\",\"packageType\":\"npm\",\"curated\":true},"
                + "{\"key\":\"npm-free\",\"packageType\":\"npm\"}]")
        .seed(
            Kind.PACKAGES,
            "[{\"id\":\"npm://bad:1.0\",\"labels\":[],\"meets\":[{\"condition_id\":\"1\","
                + "\"explanation\":\"known as malicious\",\"remediation\":\"choose another\"}]},"
                + "{\"id\":\"npm://good:1.0\"}]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PackageVerdict verdict(String name) {
    return packages.status(PackageType.NPM, name, "1.0").verdict();
  }

  @Test
  void isBlockedWhereAPolicyBlocks() {
    PackageStatus status = packages.status(PackageType.NPM, "bad", "1.0");

    assertThat(status.verdict()).isEqualTo(PackageVerdict.BLOCKED);
    assertThat(status.repositories())
        .extracting(repository -> repository.repository().orElseThrow())
        .containsExactly("remote-npm-repo", "npm-other");
    assertThat(status.policies().get(0).policyName()).hasValue("no mal all repos");
    assertThat(status.policies().get(0).explanation()).hasValue("known as malicious");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isAllowedWhereNoConditionIsMet(boolean refuse) {
    server.fake.refuseBlockedPackages(refuse);

    assertThat(verdict("good")).isEqualTo(PackageVerdict.ALLOWED);
    assertThat(packages.status(PackageType.NPM, "good", "1.0").hasDetails()).isTrue();
  }

  @Test
  void isUnknownIfTheCatalogDoesNotHaveThePackage() {
    assertThat(verdict("new")).isEqualTo(PackageVerdict.UNKNOWN);
    assertThat(packages.status(PackageType.PYPI, "bad", "1.0").verdict())
        .isEqualTo(PackageVerdict.UNKNOWN);
  }

  @Test
  void isTheSameIfTheServerRefusesBlockedPackages() {
    PackageStatus before = packages.status(PackageType.NPM, "bad", "1.0");

    server.fake.refuseBlockedPackages(true);
    PackageStatus refused = packages.status(PackageType.NPM, "bad", "1.0");

    assertThat(refused.verdict()).isEqualTo(PackageVerdict.BLOCKED);
    assertThat(refused.policies()).isEqualTo(before.policies());
    assertThat(refused.repositories()).hasSize(1);
  }

  @Test
  void isAnExceptionWithoutTheRight() {
    server.fake.forbid("/xray/api/v1/curation/package_status");

    assertThatExceptionOfType(XrayForbiddenException.class).isThrownBy(() -> verdict("bad"));
  }

  @Test
  void followsWaiversAndDryRuns() {
    NewPackageWaiver waiver = NewPackageWaiver.allVersions(PackageType.NPM, "bad", "reviewed");
    server.policies.list().stream().forEach(policy -> {
      if (policy.id().equals(CurationPolicyId.of("13"))) {
        return;
      }
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policy);
      server.policies.update(
          policy.id().equals(CurationPolicyId.of("11"))
              ? update.addWaiver(waiver).build()
              : update.action(PolicyAction.DRY_RUN).build());
    });

    // The last policy that blocks is for remote-npm-repo only.
    assertThat(verdict("bad")).isEqualTo(PackageVerdict.MIXED);

    server.policies.edit(CurationPolicyId.of("13"), update -> update.addWaiver(waiver));
    assertThat(verdict("bad")).isEqualTo(PackageVerdict.ALLOWED);
  }
}
