package io.github.xrayclient.curation.audit;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** An exported audit: a ZIP that holds one CSV file. Immutable and thread-safe. */
public final class AuditCsv {
  private static final String CUT_SHORT = "incomplete";

  private final Path file;
  private final String entryName;

  private AuditCsv(Path file, String entryName) {
    this.file = file;
    this.entryName = entryName;
  }

  /** The ZIP. */
  public Path file() {
    return file;
  }

  /** The name of the CSV file in it. */
  public String entryName() {
    return entryName;
  }

  /** Whether every event is in it; a server exports 500,000 at most. Take a shorter span if not. */
  public boolean isComplete() {
    return !entryName.contains(CUT_SHORT);
  }

  @Override
  public String toString() {
    return file + " with " + entryName;
  }

  /** Downloads beside the file, and moves it there when it is whole. */
  static AuditCsv download(ApiCall<ApiResponse> call, Path target) {
    Path absolute = target.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(absolute + " is a directory; name a file in it");
    }
    Path directory = absolute.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "directory " + directory + " of the file does not exist; make it first");
    }
    ApiRequest request = call.request();
    Path part = directory.resolve(absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      call.download(part);
      String name = entryName(request, part);
      move(part, absolute);
      return new AuditCsv(target, name);
    } catch (IOException e) {
      throw discarding(
          part,
          new XrayTransportException(new XrayTransportException.Failure(
              request.method(), request.uri(), "the file cannot be written or read: " + e, e)));
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

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The name of the one entry, which is read to its end: a login page is no ZIP, nor is half of one. */
  private static String entryName(ApiRequest request, Path zip) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      ZipEntry entry = entries.getNextEntry();
      if (entry == null) {
        throw unusable(request, "not a ZIP with a CSV file", null);
      }
      entries.closeEntry();
      return entry.getName();
    } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for a bad name
      throw unusable(request, "the ZIP is broken or cut short: " + e.getMessage(), e);
    }
  }

  private static XrayDecodeException unusable(
      ApiRequest request, String problem, @Nullable Exception e) {
    return new XrayDecodeException(request.method(), request.uri(), problem, "$", "", e);
  }
}
