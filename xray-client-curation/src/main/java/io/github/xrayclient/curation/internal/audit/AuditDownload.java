package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditCsv;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.file.DeviceName;
import io.github.xrayclient.internal.secret.VisibleText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Downloads an exported audit, and checks the ZIP file. Immutable and thread-safe. */
final class AuditDownload implements AuditCsv {
  private static final String CUT_SHORT = "incomplete";

  private final Path file;
  private final String entryName;
  private final boolean complete;

  private AuditDownload(Path file, String entryName, boolean complete) {
    this.file = file;
    this.entryName = entryName;
    this.complete = complete;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public String entryName() {
    return entryName;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof AuditDownload)) {
      return false;
    }
    AuditDownload csv = (AuditDownload) other;
    return file.equals(csv.file) && entryName.equals(csv.entryName) && complete == csv.complete;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, entryName, complete);
  }

  @Override
  public String toString() {
    return file + " with " + entryName + (complete ? "" : ", which may be incomplete");
  }

  /**
   * Downloads to a temporary file in the same directory, and moves it when it is complete.
   *
   * @param holdsAll whether a CSV file with this many lines, including the one with the headings,
   *     can hold all events
   */
  static AuditDownload download(ApiCall<ApiResponse> call, Path target, LongPredicate holdsAll) {
    Path absolute = target.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(
          "zip must be a file, but " + absolute + " is a directory; name a file in it");
    }
    Path directory = absolute.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new IllegalArgumentException("zip must be in a directory that exists, but there is no "
          + directory + "; create it first");
    }
    Path part = directory.resolve(absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      call.download(part);
      AuditDownload csv = read(call, part, target, holdsAll);
      move(part, absolute);
      return csv;
    } catch (IOException e) {
      throw discarding(
          part,
          new XrayTransportException(
              call.request().method(),
              RedactedByCall.address(call),
              "the file " + absolute + " cannot be written or read: " + e,
              e));
    } catch (RuntimeException e) {
      throw discarding(part, e);
    }
  }

  private static RuntimeException discarding(Path part, RuntimeException failure) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * Moves in one step where the file system can. Some file systems replace a file in one step only
   * if they are also told to replace it, which those of the JDK do in any case.
   */
  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Reads the only entry to its end, since the answer may be a login page, or an incomplete ZIP
   * file.
   */
  private static AuditDownload read(ApiCall<?> call, Path zip, Path target, LongPredicate holdsAll)
      throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      ZipEntry entry = entries.getNextEntry();
      if (entry == null) {
        throw unusable(call, "the answer is not a ZIP file with a CSV file in it", null);
      }
      long lines = CsvLines.count(entries);
      boolean complete = !entry.getName().contains(CUT_SHORT) && holdsAll.test(lines);
      return new AuditDownload(target, fileName(entry.getName()), complete);
    } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for a bad name
      throw unusable(call, "the ZIP file is damaged or incomplete: " + e.getMessage(), e);
    }
  }

  /**
   * Makes a file name of the name of an entry, which could be {@code ../../x}, hold a drive or an
   * escape sequence, or name a device of Windows.
   */
  private static String fileName(String entry) {
    String last = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
    String name = VisibleText.oneLine(last)
        .replaceAll("[\\\\:*?\"<>|]", "_")
        .replaceAll("[. ]+$", "_"); // which Windows would take off
    return name.isEmpty() || DeviceName.matches(name) ? "_" + name : name;
  }

  private static XrayDecodeException unusable(
      ApiCall<?> call, String problem, @Nullable Exception e) {
    return new XrayDecodeException(
        call.request().method(),
        RedactedByCall.address(call),
        RedactedByCall.text(call, problem),
        "$",
        "",
        e == null ? null : RedactedByCall.cause(call, e));
  }
}
