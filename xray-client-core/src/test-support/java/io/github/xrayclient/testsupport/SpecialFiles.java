package io.github.xrayclient.testsupport;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that some systems do not have. A test that needs such a file is skipped there. */
public final class SpecialFiles {
  private SpecialFiles() {}

  /** Creates a symbolic link, for which Windows demands a privilege. */
  public static Path link(Path link, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (FileSystemException e) {
      if (isPosix(link)) {
        throw e;
      }
      return abort("this user may not create symbolic links: " + e);
    }
  }

  /** Creates a named pipe, which Windows does not have among its files. */
  public static Path pipe(Path pipe) throws IOException, InterruptedException {
    assumeTrue(isPosix(pipe), "this system has no named pipes among its files");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    if (made.waitFor() != 0) {
      throw new IOException("mkfifo failed for " + pipe);
    }
    return pipe;
  }

  /** A device, such as {@code /dev/full}, which not every system has. */
  public static Path device(String name) {
    Path device = Path.of(name);
    assumeTrue(Files.exists(device), "this system has no " + name);
    return device;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
