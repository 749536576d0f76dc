package io.github.xrayclient.diagnostics.internal.refusal.tool;

import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showing;
import static io.github.xrayclient.diagnostics.internal.refusal.tool.ToolEntry.showingWith;

import java.util.List;

/** Programs that pull images and charts from registries. */
final class ImageTools {
  private static final String PULL = "docker pull";

  private ImageTools() {}

  static final List<ToolEntry> ALL = List.of(
      showing("Docker", "Error response from daemon: "),
      showingWith(
          PULL,
          "BuildKit",
          "BuildKit asks for images with HEAD requests, whose answers have no body. Pull the image with"
              + " docker pull, which prints the server's answer.",
          "failed to solve: ",
          "failed to solve with frontend ",
          "failed to resolve source metadata for ",
          "[internal] load metadata for "),
      showingWith(
          PULL,
          "containerd",
          "containerd asks for images with HEAD requests, whose answers have no body. Pull the image with"
              + " docker pull or skopeo inspect, which print the server's answer.",
          "ctr: ",
          "FATA[0000] failed to resolve reference ",
          "level=fatal msg=\"failed to resolve reference ",
          "pulling image failed: rpc error",
          "pulling image: rpc error",
          "\"PullImage from image service failed\""),
      showingWith(
          PULL,
          "Kubernetes",
          "The container runtime of the node asks for images with HEAD requests, whose answers have no"
              + " body. Pull the image with docker pull or skopeo inspect, which print the server's answer.",
          "Failed to pull image \"",
          "Failed to pull image \\\"",
          "ErrImagePull",
          "ImagePullBackOff"),
      showing(
          "Podman",
          "Error: initializing source docker://",
          "Error: unable to copy from source docker://",
          "Error: copying system image from manifest list",
          "Error: creating build container: ",
          "Trying to pull "),
      showing(
          "skopeo",
          "level=fatal msg=\"initializing source docker://",
          "level=fatal msg=\"Error parsing image name",
          "level=fatal msg=\"Error initializing source docker://"),
      showing(
          "Jib",
          "jib-maven-plugin",
          "jib-gradle-plugin",
          "com.google.cloud.tools.jib.",
          "Getting manifest for base image "),
      showing("kaniko", "error building image: ", "Retrieving image manifest "),
      showingWith(
          "oras manifest fetch",
          "Helm",
          "Helm prints the address and the status. For a chart in an OCI registry use oras manifest"
              + " fetch, which prints the server's answer; for others request the address with curl.",
          "Error: INSTALLATION FAILED: ",
          "Error: UPGRADE FAILED: ",
          "Error: failed to fetch http",
          "Error: failed to download \"",
          "helm.go:"),
      showing("ORAS", "Error response from registry: "));
}
