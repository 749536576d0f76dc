package io.github.xrayclient.testing.internal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes audit events as a ZIP file with one CSV file: one line for each event and policy, and one
 * line for an event without policies. The columns have the names of the JSON members.
 */
public final class AuditCsv {
  private static final List<String> OF_EVENT = List.of(
      "id",
      "created_at",
      "action",
      "package_type",
      "package_name",
      "package_version",
      "package_url",
      "reason",
      "curated_repository_name",
      "curated_repository_server_name",
      "curated_project",
      "username",
      "user_mail",
      "origin_repository_server_name",
      "origin_repository_name",
      "origin_project",
      "public_repo_url",
      "public_repo_name");
  private static final List<String> OF_POLICY =
      List.of("policy_name", "policy_id", "dry_run", "condition_name", "condition_category");

  private AuditCsv() {}

  public static byte[] zip(List<ObjectNode> events) {
    String text = Stream.concat(
            Stream.of(line(Stream.concat(OF_EVENT.stream(), OF_POLICY.stream()))),
            events.stream().flatMap(AuditCsv::lines))
        .collect(Collectors.joining());
    ZipEntry entry = new ZipEntry("audit_packages.csv");
    // a fixed time, so that the bytes are the same in each run
    entry.setTimeLocal(LocalDateTime.of(2025, 3, 12, 14, 26, 10));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry);
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("the ZIP file cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static Stream<String> lines(ObjectNode event) {
    List<ObjectNode> policies = Trees.objects(event.path("policies"));
    return (policies.isEmpty() ? List.of(Trees.object()) : policies)
        .stream()
            .map(policy -> line(Stream.concat(cells(event, OF_EVENT), cells(policy, OF_POLICY))));
  }

  private static Stream<String> cells(JsonNode object, List<String> members) {
    return members.stream().map(member -> Trees.text(object, member));
  }

  private static String line(Stream<String> cells) {
    return cells.map(AuditCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    return Stream.of(",", "\"", "\r", "\n").anyMatch(cell::contains)
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
