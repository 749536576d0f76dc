package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.xrayclient.examples.XrayExamples;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the shell steps of every recipe of the README by bash, with the command in a process. */
class RecipesTest extends InstancesFixture {
  private static final String REFUSAL =
      "HTTP Error Code 403: Artifact download request rejected: org/acme/app-1.0.jar was not"
          + " downloaded due to the download blocking policy configured in Xray for"
          + " example-repo-local.";

  private final Map<String, String> environment = new HashMap<>();
  private final FakeXray demo = FakeXray.start();

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash");
    for (Kind kind : List.of(
        Kind.POLICIES,
        Kind.WATCHES,
        Kind.REPOSITORIES,
        Kind.VIOLATIONS,
        Kind.XRAY_INTEGRATION,
        Kind.SCAN_STATUSES,
        Kind.PACKAGES,
        Kind.CURATION_POLICIES)) {
      demo.seed(kind, resource(kind));
    }
    command(
        "xray-examples",
        "exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1"
            + " -XX:+UseSerialGC -cp '" + classPath() + "' " + XrayExamples.class.getName()
            + " \"$@\"");
    command("mvn", "echo \"[ERROR] " + REFUSAL + "\"; exit 1");
    Files.createDirectories(folder.resolve("jfrog"));
    Files.writeString(
        folder.resolve("jfrog/jfrog-cli.conf.v6"),
        "{\"version\":\"6\",\"servers\":[" + server("dev", dev) + "," + server("staging", staging)
            + "]}");
    environment.put("JFROG_CLI_HOME_DIR", file("jfrog"));
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "ci");
      environment.put("GIT_" + who + "_EMAIL", "ci@acme.example");
    }
  }

  @AfterEach
  void stopDemo() {
    demo.close();
  }

  @Test
  void coverTheTenJobs() throws IOException {
    assertThat(Recipe.all())
        .extracting(recipe -> recipe.name)
        .containsExactly(
            "Explain a failed build",
            "Export every night",
            "Stop a release if somebody changed a server",
            "Promote policies to the next server",
            "Exempt a package in an emergency",
            "Find out who waived what",
            "Check packages before a merge",
            "Compare two servers",
            "Test a policy change in a pull request",
            "Roll back a change of policies");
    assertThat(Recipe.all())
        .allSatisfy(recipe -> assertThat(recipe.files())
            .isNotEmpty()
            .allSatisfy(steps -> assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step).contains("set -euo pipefail"))));
  }

  @Test
  void theScriptTellsExitCodesApart() throws Exception {
    at(dev);
    on(dev, "export ~/governance").exits(0);

    bash(Recipe.ofExitCodes()).exits(0).says("the server matches the directory");
    change(dev, Kind.POLICIES, "high-severity", "\"High\"", "\"Critical\"");
    bash(Recipe.ofExitCodes()).exits(0).says("the server differs from the directory");
    dev.forbid("/xray");
    bash(Recipe.ofExitCodes()).exits(3).warns("the comparison failed");
  }

  @Test
  void explainAFailedBuild() throws Exception {
    at(demo);
    environment.put("GITHUB_STEP_SUMMARY", file("summary.md"));
    environment.put("CI_JOB_STATUS", "failed");
    List<List<String>> files = Recipe.named("Explain a failed build").files();
    assertThat(files).hasSize(3);

    for (List<String> steps : files) {
      assertThat(steps).hasSize(2);
      bash(steps.get(0)).exits(1).says("Artifact download request rejected");
      bash(steps.get(1)).exits(0);
    }

    assertThat(read("summary.md")).contains("example-repo-local", "block-vulnerabilities");
    assertThat(read("blocked.html")).contains("<html", "block-vulnerabilities");
  }

  @Test
  void exportEveryNight() throws Exception {
    String export = only("Export every night");
    repository();

    bash(export).exits(0);
    change(dev, Kind.POLICIES, "high-severity", "\"High\"", "\"Critical\"");
    bash(export).exits(0);
    dev.forbid("/xray");
    bash(export).exits(3);

    assertThat(bash("git -C origin.git log --format=%s main").exits(0).out.lines())
        .hasSize(3);
    bash("git -C governance status --porcelain").exits(0);
  }

  @Test
  void stopAReleaseAfterAChange() throws Exception {
    String gate = only("Stop a release if somebody changed a server");
    on(dev, "export ~/governance/dev").exits(0);

    bash(gate).exits(0).says("The server matches governance/dev.");
    change(dev, Kind.POLICIES, "high-severity", "\"High\"", "\"Critical\"");
    bash(gate).exits(1).says("min_severity").warns("Somebody changed the server");
  }

  @Test
  void promoteAndRollBack() throws Exception {
    List<List<String>> promotion =
        Recipe.named("Promote policies to the next server").files();
    Map<Kind, String> before = state(staging);
    on(dev, "export ~/governance/dev").exits(0);
    mapping();

    bash(promotion.get(0).get(0)).exits(0);
    assertThat(action("no-malware")).isEqualTo("dry_run");
    bash(promotion.get(1).get(0)).exits(0);
    assertThat(action("no-malware")).isEqualTo("block");

    bash("xray-examples rollback promotion.json.journal --server-id staging").exits(0);
    bash(only("Roll back a change of policies")).exits(0);
    bash(only("Roll back a change of policies")).exits(0);

    assertThat(state(staging).get(Kind.CURATION_POLICIES))
        .isEqualTo(before.get(Kind.CURATION_POLICIES));
    assertThat(state(staging).get(Kind.WATCHES)).isEqualTo(before.get(Kind.WATCHES));
  }

  @Test
  void exemptAPackageAndFindOutWhoDid() throws Exception {
    at(dev);

    bash(only("Exempt a package in an emergency")).exits(0).says("no-malware", "colors");
    assertThat(stored(dev, Kind.CURATION_POLICIES, "no-malware").toString())
        .contains("colors", "incident 4711, until Friday");
    bash(only("Find out who waived what")).exits(0).says("colors");
  }

  @Test
  void checkPackagesBeforeAMerge() throws Exception {
    assumeTrue(bash("command -v jq").exit == 0, "jq");
    at(demo);
    String check = only("Check packages before a merge");

    lock("lodash", "4.17.21");
    bash(check).exits(0).says("No package is blocked.");
    assertThat(read("packages.txt")).isEqualTo("npm lodash 4.17.21\n");
    lock("acme-widgets", "3.6.1");
    bash(check).exits(1).warns("At least one package is blocked");
  }

  @Test
  void compareTwoServers() throws Exception {
    mapping();
    String compare = only("Compare two servers");

    bash(compare).exits(0).says("no-malware", "high-severity");
    on(staging, "plan ~/dev-now --map ~/staging.json --map-strict --output ~/p.json")
        .exits(10);
    on(staging, "apply ~/p.json").exits(0);
    bash(compare).exits(0).says("The servers have the same policies.");
  }

  @Test
  void testAChangeInAPullRequest() throws Exception {
    List<String> steps =
        Recipe.named("Test a policy change in a pull request").files().get(0);
    assertThat(steps).hasSize(3);
    repository();
    on(dev, "export ~/governance/dev").exits(0);
    mapping();
    bash("cd governance && git add --all && git commit -qm dev && git push -q").exits(0);
    edit("governance/dev/policies/high-severity.json", "\"High\"", "\"Critical\"");
    at(staging);
    environment.put("GITHUB_STEP_SUMMARY", file("summary.md"));
    environment.put("GITHUB_BASE_REF", "main");

    for (String step : steps) {
      bash("cd governance\n" + step).exits(0);
    }

    assertThat(read("summary.md"))
        .contains(
            "min_severity: High → Critical", "<code>create curation policy no-malware</code>");
    edit("governance/dev/policies/high-severity.json", "\"security\"", "\"no-such-type\"");
    bash("cd governance\n" + steps.get(0)).exits(10);
  }

  private static String only(String name) throws IOException {
    List<List<String>> files = Recipe.named(name).files();
    assertThat(files).hasSize(1);
    assertThat(files.get(0)).hasSize(1);
    return files.get(0).get(0);
  }

  private Outcome bash(String script) throws Exception {
    Files.writeString(folder.resolve("script"), script);
    ProcessBuilder bash = new ProcessBuilder("/bin/bash", file("script"))
        .directory(folder.toFile())
        .redirectOutput(new File(file("out")))
        .redirectError(new File(file("err")));
    bash.environment().keySet().removeIf(name -> name.matches("(JF|JFROG|XRAY|GIT)_.*"));
    bash.environment().putAll(environment);
    bash.environment().merge("PATH", file("bin") + File.pathSeparator, (old, bin) -> bin + old);
    Process process = bash.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), read("out"), read("err"));
  }

  private void command(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** The class path, whose relative entries are not those of the directory of a script. */
  private static String classPath() {
    StringBuilder absolute = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      absolute.append(Path.of(entry).toAbsolutePath()).append(File.pathSeparator);
    }
    return absolute.toString();
  }

  private void at(FakeXray server) {
    environment.put("JF_URL", server.url());
    environment.put("JF_ACCESS_TOKEN", "top-secret-token");
  }

  private static String server(String id, FakeXray fake) {
    return "{\"serverId\":\"" + id + "\",\"url\":\"" + fake.url()
        + "\",\"accessToken\":\"top-secret-token\"}";
  }

  /** Makes the clone "governance" of a repository with the branch main. */
  private void repository() throws Exception {
    bash("set -e; git init -q --bare -b main origin.git; git clone -q origin.git governance"
            + "; cd governance; git checkout -q -b main; git commit -q --allow-empty -m begin"
            + "; git push -q -u origin main")
        .exits(0);
  }

  private void mapping() throws IOException {
    Files.createDirectories(folder.resolve("governance"));
    Files.copy(folder.resolve("staging.json"), folder.resolve("governance/staging.json"));
  }

  private String action(String policy) {
    return stored(staging, Kind.CURATION_POLICIES, policy).path("policy_action").asText();
  }

  /** Writes a lock file with one package, also by another name, and with a workspace. */
  private void lock(String name, String version) throws IOException {
    String json = "{'packages':{'':{'name':'app'},'packages/own':{'version':'1.0.0'},"
        + "'node_modules/own':{'resolved':'packages/own','link':true},"
        + "'node_modules/a/node_modules/NAME':{'version':'VERSION'},"
        + "'node_modules/alias':{'name':'NAME','version':'VERSION'}}}";
    Files.writeString(
        folder.resolve("package-lock.json"),
        json.replace('\'', '"').replace("NAME", name).replace("VERSION", version));
  }

  private static String resource(Kind kind) throws IOException {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    try (InputStream in = Server.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
