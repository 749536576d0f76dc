package io.github.xrayclient.diagnostics.internal.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellCommandTest {
  @Test
  void hasAnArtifactScannedAgain() {
    assertThat(ShellCommand.scanAgain("https://acme.example", "libs", "/a/b.jar"))
        .isEqualTo("curl -X POST -H \"Authorization: Bearer $JF_ACCESS_TOKEN\""
            + " -H 'Content-Type: application/json' -d '{\"repo_path\":\"libs/a/b.jar\"}'"
            + " 'https://acme.example/xray/api/v2/index'");
  }

  @Test
  void sendsNoTokenToAnAddressOutOfALog() {
    assertThat(ShellCommand.download("https://evil.example/a")).doesNotContain("TOKEN");
  }

  @Test
  void leavesTheShellNothingToEvaluate() {
    assertThat(ShellCommand.download("-o x'; rm -rf $HOME `id`"))
        .isEqualTo("curl -i -- '-o x'\\''; rm -rf $HOME `id`'");
  }
}
