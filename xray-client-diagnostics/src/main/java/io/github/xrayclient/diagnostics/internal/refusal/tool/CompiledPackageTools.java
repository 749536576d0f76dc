package io.github.xrayclient.diagnostics.internal.refusal.tool;

import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hiding;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.hidingWith;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showing;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showingWith;

import java.util.List;

/** Build tools and package managers of the JVM, Go, Rust, C++, .NET and Apple's platforms. */
final class CompiledPackageTools {
  private CompiledPackageTools() {}

  static final List<ToolEntry> ALL = List.of(
      showingWith(
          "-Dorg.slf4j.simpleLogger.log.org.apache.http.wire=debug",
          "Maven",
          "Maven prints the status, but the server's answer only with -Dorg.slf4j.simpleLogger.log"
              + ".org.apache.http.wire=debug, which works in Maven 3 unless another transport or logger"
              + " is configured. The output then also has the credentials, and -U is needed because"
              + " Maven remembers failures.",
          "[INFO] Scanning for projects",
          "[INFO] BUILD FAILURE",
          "[INFO] Downloading from ",
          "[INFO] Downloaded from ",
          "[ERROR] Failed to execute goal ",
          "[ERROR] Could not transfer ",
          "[ERROR] \tCould not transfer ",
          "[WARNING] Could not transfer ",
          "Non-resolvable parent POM",
          "Apache Maven "),
      hidingWith(
          "--debug",
          "Gradle",
          "Gradle prints the address and the status. With --debug it also prints the headers of requests"
              + " and responses, with the credentials.",
          "Received status code ",
          "* What went wrong:",
          "Could not GET '",
          "Could not HEAD '",
          "Could not resolve all ",
          "[org.gradle."),
      hiding(
          "sbt",
          "sbt prints the address with the word \"forbidden\", or only that the module was not found, and"
              + " never the server's answer.",
          "[info] welcome to sbt ",
          "lmcoursier.",
          "sbt.librarymanagement.",
          "[info] loading settings for project ",
          "[info] loading project definition from ",
          "[error] (update) "),
      hiding(
          "coursier",
          "coursier prints the address with the word \"forbidden\", and never the server's answer.",
          "Resolution error: Error downloading ",
          "coursier.error.",
          "coursier.cache."),
      hidingWith(
          "-Divy.message.logger.level=4",
          "Groovy Grape",
          "Grape prints only that a dependency is missing. With -Divy.message.logger.level=4 it prints"
              + " every address that it tries.",
          "Error grabbing Grapes"),
      hidingWith(
          "ant -v",
          "Ivy",
          "Ivy prints the address and the status, but not the body of the server's answer. With ant -v it"
              + " prints every address that it tries.",
          "[ivy:",
          ":: problems summary ::"),
      hidingWith(
          "DEBUG=1",
          "Leiningen",
          "Leiningen prints the address and the status, but not the body of the server's answer. With the"
              + " environment variable DEBUG=1 it prints more about the failure.",
          "typo in :dependencies, file system permissions"),
      hiding(
          "Bazel",
          "Bazel prints the address and the status, but never the body of the server's answer.",
          "GET returned 40",
          "Error downloading [http",
          "An error occurred during the fetch of repository '"),
      hidingWith(
          "-x",
          "Go",
          "Go prints the address and the status, but the body of the server's answer only if it is plain"
              + " text. With -x it prints every request.",
          ": reading http",
          "go: downloading ",
          "go: module "),
      showing(
          "Cargo",
          "failed to get successful HTTP response from `",
          "error: failed to download from `",
          " Downloading crates ...",
          "error: failed to query replaced source "),
      showing(
          "JFrog CLI",
          "Artifactory response: 40",
          "server response: 40",
          "[Thread 0] Downloading "),
      hidingWith(
          "--verbosity detailed",
          "NuGet",
          "NuGet prints the status, but never the body of the server's answer. With --verbosity detailed"
              + " (-Verbosity detailed for nuget.exe) it prints every address.",
          "NU1301",
          "NU1801",
          "NuGet.Protocol.",
          "at NuGet.",
          "error : Failed to download package '",
          "/FindPackagesById()?id="),
      hidingWith(
          "-vv",
          "Conan",
          "Conan prints the address and the status, but not the body of the server's answer. With -vv"
              + " (Conan 2) it prints more about each request.",
          "Downloaded recipe revision ",
          "Downloading conanmanifest.txt",
          "Downloading conanfile.py",
          "Downloading conan_package.tgz",
          "ERROR: Error 403 downloading file ",
          "[Remote: "),
      hidingWith(
          "--verbose",
          "CocoaPods",
          "CocoaPods downloads with curl -f, which hides the server's answer. With --verbose it prints"
              + " the command, which can be run again with --fail-with-body in place of -f.",
          "[!] Error installing ",
          "[!] /usr/bin/curl ",
          "[!] CDN: ",
          "CocoaPods/"),
      hidingWith(
          "--very-verbose",
          "Swift Package Manager",
          "Swift Package Manager prints the address and the status, but not the body of the server's"
              + " answer. With --very-verbose it prints all of its steps.",
          "badResponseStatusCode(",
          "which is required by binary target '"));
}
