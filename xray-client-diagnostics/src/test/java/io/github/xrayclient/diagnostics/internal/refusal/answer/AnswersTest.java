package io.github.xrayclient.diagnostics.internal.refusal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of servers, registries and proxies, and words in logs that are none. */
class AnswersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Download request for repo:path 'libs:a/b 1.jar' is forbidden for user: 'ci'.",
        "2024-01-01T00:00:00.000Z [jfrt ] [WARN ] [6cde] [o.a.r.ArtifactoryResponseBase:136] - Sending HTTP"
            + " error code 403: Download request for repo:path 'libs:a/b 1.jar' is forbidden for user: 'anonymous'.",
        "{\"errors\":[{\"status\":403,\"message\":\"Download request for repo:path 'libs:a/b 1.jar' is"
            + " forbidden for user: 'ci'.\"}]}",
        "User ci is not permitted to deploy 'a/b 1.jar' into 'libs:a/b 1.jar'.",
        "{ \"errors\" : [ { \"status\" : 403, \"message\" : \"Not enough permissions to delete/overwrite"
            + " artifact 'libs:a/b 1.jar' (user 'ci' needs DELETE permission).\" } ] }",
      })
  void nameTheRepositoryAndThePathOfAMissingRight(String text) {
    assertThat(RefusalLog.parse(text).refusals()).singleElement().satisfies(found -> {
      assertThat(found.kind()).isEqualTo(Kind.PERMISSION);
      assertThat(found.repository()).contains("libs");
      assertThat(found.path()).contains("a/b 1.jar");
      assertThat(found.count()).contains(1L);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unauthorized: The client does not have permission for manifest",
        "{\"message\":\"unauthorized: The client does not have permission for manifest\"}",
        "denied: The client does not have permission for manifest",
        "unauthorized: Not enough permissions to delete/overwrite artifacts",
        "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"denied\"}]}",
        "Error response from daemon: pull access denied for web, repository does not exist or may require"
            + " 'docker login': denied: requested access to the resource is denied",
        "denied: requested access to the resource is denied",
        "Error response from daemon: denied: permission_denied: read_package",
        "Error response from daemon: Head \"https://ghcr.example/v2/a/b/manifests/1\": denied: denied",
        "Error response from daemon: denied: access forbidden",
        "Error response from daemon: denied: User: arn:aws:iam::1:user/ci is not authorized to perform:"
            + " ecr:BatchGetImage on resource: arn:aws:ecr:eu-1:1:repository/web",
        "denied: Permission \"artifactregistry.repositories.downloadArtifacts\" denied on resource"
            + " \"projects/p/locations/eu/repositories/r\" (or it may not exist)",
        "{\"error\":\"Forbidden\"}",
        "{\"timestamp\":\"2024-01-01\",\"status\":403,\"error\":\"Forbidden\",\"message\":\"Access Denied\","
            + "\"path\":\"/a\"}",
        "Forbidden UI REST call from user: 'ci'",
      })
  void tellOfAMissingRight(String text) {
    assertOne(text, Kind.PERMISSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error: Response status code does not indicate success: 401 (Unauthorized).",
        "Response code 401 (Unauthorized)",
        "401 Client Error: Unauthorized",
        "ERROR: HTTP error 401 while getting the index",
        "curl: (22) The requested URL returned error: 401",
        "npm error code E401",
        "npm ERR! code E401\nnpm ERR! Incorrect or missing password.",
        "ERR_PNPM_FETCH_401 Unauthorized",
        "Error response from daemon: unauthorized",
        "Error response from daemon: error from registry: unauthorized\nunauthorized",
        "Error response from daemon: Get \"https://acme.example/v2/\": unauthorized: authentication required",
        "Error response from daemon: Head \"https://1.dkr.ecr.example/v2/web/manifests/1\": no basic auth"
            + " credentials",
        "unauthorized: incorrect username or password",
        "Error response from daemon: unauthorized: unauthorized to access repository: library/web, action:"
            + " pull: unauthorized to access repository: library/web, action: pull",
        "Error response from daemon: unauthorized: HTTP Basic: Access denied",
        "denied: Your authorization token has expired. Reauthenticate and try again.",
        "ERROR: failed to solve: web: failed to resolve source metadata for acme.example/web:1: pull access"
            + " denied, repository does not exist or may require authorization: server message:"
            + " insufficient_scope: authorization failed",
        "FATAL:   While making image from oci registry: failed to get checksum: unable to retrieve auth token:"
            + " invalid username/password: unauthorized: Bad credentials",
        "YN0041: left-pad@npm:1.3.0: Invalid authentication (as an anonymous user)",
        "Username/Password Authentication Failed.",
        "error: Login failed",
        "{\"errors\":[{\"status\":401,\"message\":\"Bad credentials\"}]}",
        "{\"errors\":[{\"status\":401,\"message\":\"Token failed verification: expired\"}]}",
        "{\"detail\":\"Authentication credentials were not provided.\"}",
        "web-1  |   {\nweb-1  |     \"errors\" : [ {\nweb-1  |       \"status\" : 401,\n"
            + "web-1  |       \"message\" : \"Authentication is required\"\nweb-1  |     } ]\nweb-1  |   }",
      })
  void askForCredentials(String text) {
    assertOne(text, Kind.AUTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"status\":403,\"message\":\"This request is blocked due to recurrent login failures,"
            + " please try again in 5 seconds\"}]}",
        "Error response from daemon: denied: This request is blocked due to recent login failures, please try"
            + " again in 2 seconds",
        "error: user is temporarily locked due to recurrent incorrect login attempts",
      })
  void tellOfASuspension(String text) {
    assertOne(text, Kind.SUSPENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"status\":404,\"message\":\"Forbidden\"}]}",
        "Received status code 404 from server: Forbidden",
        "curl: (22) 404 Forbidden",
        "404 Client Error: Forbidden",
        "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"The named manifest is not known to the"
            + " registry.\",\"detail\":{}}]}",
        "Error response from daemon: manifest for acme.example/web:1 not found: manifest unknown",
        "reading manifest 1 in acme.example/web: manifest unknown",
      })
  void mayHideABlockBehindTheStatus404(String text) {
    assertOne(text, Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // nginx, the load balancer of AWS, its CDN, Cloudflare, Squid, Zscaler, Blue Coat,
        // Websense, Tomcat
        "HTTP/1.1 403 Forbidden\n<html>\n<head><title>403 Forbidden</title></head>\n<body>",
        "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>",
        "body: <!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\"><HTML><HEAD><TITLE>ERROR: The"
            + " request could not be satisfied</TITLE></HEAD>",
        "npm ERR! audit The server said: <!DOCTYPE html>\nnpm ERR! audit <html class=\"no-js\">\nnpm ERR!"
            + " audit <title>Attention Required! | Cloudflare</title>",
        "error parsing HTTP 403 response body: invalid character '<' looking for beginning of value:"
            + " \"<html>\\r\\n<head></head>\\r\\n\"",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><head>\n<title>ERROR: The requested URL"
            + " could not be retrieved</title>\n</head>",
        "Response body: <html><head><title>Internet Security by Zscaler</title></head>",
        "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD>\n<BODY>",
        "472 silly fetchPackageMetaData <html>\n472 silly fetchPackageMetaData <title>Access to this site is"
            + " blocked</title>",
        "curl: (56) Received HTTP code 407 from proxy after CONNECT",
        "curl: (56) CONNECT tunnel failed, response 403",
        "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))",
        "java.io.IOException: Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 403 Forbidden\"",
        "npm ERR! tunneling socket could not be established, statusCode=407",
        "The proxy tunnel request to proxy 'http://proxy.example:3128/' failed with status code '407'.",
      })
  void comeFromAProxy(String text) {
    assertOne(text, Kind.PROXY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the machine
        "W: Download is performed unsandboxed - pkgAcquire::Run (13: Permission denied)",
        "npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '/usr/lib/node_modules'",
        "bash: ./gradlew: Permission denied",
        "cp: cannot open '/etc/shadow' for reading: Permission denied",
        "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
        "java.nio.file.AccessDeniedException: /opt/app",
        // other services
        "git@github.example: Permission denied (publickey).",
        "fatal: Authentication failed for 'https://github.example/acme/shop.git/'",
        "warning: redirecting; remote: authentication required for push only",
        "Error from server (Forbidden): pods is forbidden: User \"system:serviceaccount:ci\" cannot list",
        "FATAL: password authentication failed for user \"app\"",
        "Login failed for user 'sa'.",
        // tests, source code and documents
        "    \u2713 returns 401 Unauthorized without a token (12 ms)",
        "--- PASS: TestPull/denied:_requested_access_to_the_resource_is_denied (0.00s)",
        "+ grep -q 'requested access to the resource is denied' pull.log",
        "echo 'unauthorized: authentication required'",
        "Shop.java:[12,5] warning: [auth] 401 Unauthorized",
        "- docs: explain `401 Unauthorized` when the token has expired",
        "  '401':\n    description: Authentication is required.\n  '403':\n    description: The user is not"
            + " permitted to read the artifact.",
        "Coverage: writing <html> report to build/reports/index.html",
        "Generating target/site/apidocs/index.html: <html lang=\"en\"><head><title>Overview</title></head>",
        "<!DOCTYPE html>\n<html><head><title>Test Report</title></head><body><h1>Tests</h1></body></html>",
        "[INFO] Using authentication required by settings.xml",
        "Locking 1 package to the latest compatible version; 3 packages locked",
        // records that tools write about themselves, and reasons of other products
        "{\"error\":{\"code\":\"E403\",\"summary\":\"403 Forbidden\",\"detail\":\"a"
            + " package version that is forbidden by your security policy, or\"}}",
        "{\"time\":1,\"level\":\"error\",\"code\":\"ERR_PNPM_FETCH_403\",\"message\":\"GET a: Forbidden - 403\"}",
        "{\"@timestamp\":\"2024\",\"log.level\":\"ERROR\",\"message\":\"a was forbidden\",\"status\":403}",
        "{\"message\":\"Download blocked. Policies violated: GOS-critical\"}",
        "denied: the artifact is quarantined by the firewall",
      })
  void areNotInWordsOfOthers(String text) {
    assertThat(RefusalLog.parse(text).refusals()).isEmpty();
  }

  @Nested
  class Images {
    @Test
    void areNamedByTheLineOfTheAnswer() {
      assertImage("reading manifest 7 in acme.example/docker-virtual/team/web: unauthorized", null);
      assertImage(
          "initializing source docker://acme.example/docker-virtual/team/web:7: reading manifest 7 in"
              + " acme.example/docker-virtual/team/web: manifest unknown",
          "team/web/7/manifest.json");
      assertImage(
          "failed to resolve reference \"acme.example/docker-virtual/team/web:7\":"
              + " acme.example/docker-virtual/team/web:7: not found",
          "team/web/7/manifest.json");
    }

    @Test
    void areNamedByTheLineBefore() {
      assertImage(
          "Unable to find image 'acme.example/docker-virtual/team/web:7' locally\n"
              + "docker: Error response from daemon: unauthorized",
          "team/web/7/manifest.json");
    }

    private void assertImage(String text, String path) {
      assertThat(RefusalLog.parse(text).refusals()).singleElement().satisfies(found -> {
        assertThat(found.repository()).contains("docker-virtual");
        assertThat(found.path()).isEqualTo(Optional.ofNullable(path));
      });
    }
  }

  @Nested
  class Requests {
    private static final String URL = "https://acme.example/artifactory/libs/a/1/a-1.jar";

    @Test
    void areTheOnesThatTheAnswersBesideThemAreAbout() {
      List<BlockedDownload> found = RefusalLog.parse("GET " + URL + ": 403 Forbidden\n"
              + "{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]}\n" + "line\n".repeat(100)
              + "GET " + URL.replace("a-1", "b-1") + ": 403 Forbidden\n")
          .refusals();

      assertThat(found)
          .extracting(BlockedDownload::kind)
          .containsExactly(Kind.PERMISSION, Kind.REFUSED_WITHOUT_REASON);
      assertThat(found.get(0).address()).contains(URL);
      assertThat(found.get(0).repository()).contains("libs");
    }

    @Test
    void thatEndWith403AreNotAboutCredentials() {
      assertThat(RefusalLog.parse(
                  "Error response from daemon: unauthorized\nGET " + URL + ": 403 Forbidden\n")
              .refusals())
          .extracting(BlockedDownload::kind)
          .containsExactly(Kind.REFUSED_WITHOUT_REASON);
    }

    @Test
    void areNotDecidedByWordsElsewhere() {
      assertThat(RefusalLog.parse("remote: authentication required for push only\n"
                  + "Coverage: writing <html> report\n(13: Permission denied)\nGET " + URL
                  + ": 403 Forbidden\n")
              .refusals())
          .extracting(BlockedDownload::kind)
          .containsExactly(Kind.REFUSED_WITHOUT_REASON);
    }
  }

  private static void assertOne(String text, Kind kind) {
    assertThat(RefusalLog.parse("line\nline\n" + text + "\nline\nline").refusals())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(found.count()).isPresent();
          assertThat(found.line()).isPresent();
        });
  }
}
