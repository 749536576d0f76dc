package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether the first element behind a host of images is a repository. With the method
 * "repository path" it is one. With the methods "sub-domain" and "port" the host or the port names
 * the repository, and the first element is a part of the image's name; other registries have no
 * repositories at all.
 */
final class RegistryHost {
  /** Hosts, and the domains above hosts, that are certainly no Artifactory. */
  private static final Set<String> ELSEWHERE = Set.of(
      "aliyuncs.com",
      "azurecr.io",
      "backblazeb2.com",
      "bitbucket.org",
      "cgr.dev",
      "cloudflarestorage.com",
      "cloudfront.net",
      "core.windows.net",
      "digitaloceanspaces.com",
      "docker.com",
      "docker.elastic.co",
      "docker.io",
      "ecr.aws",
      "fedoraproject.org",
      "gcr.io",
      "ghcr.io",
      "github.com",
      "githubusercontent.com",
      "gitlab.com",
      "hashicorp.com",
      "huggingface.co",
      "icr.io",
      "jenkins.io",
      "k8s.io",
      "lscr.io",
      "mcr.microsoft.com",
      "nvcr.io",
      "ocir.io",
      "pkg.dev",
      "quay.io",
      "redhat.com",
      "redhat.io",
      "storage.googleapis.com",
      "ubuntu.com");

  /** The registries and the file stores of Amazon, whose hosts contain the region. */
  private static final Pattern AMAZON =
      Pattern.compile(".*\\.dkr\\.ecr\\..*|(?:.*\\.)?s3[.-](?:.*\\.)?amazonaws\\.com(?:\\.cn)?");

  /** The ports at which Artifactory itself, or a proxy for all of it, is reached. */
  private static final Set<Integer> COMMON_PORTS = Set.of(80, 443, 8080, 8081, 8082, 8443);

  private static final Set<String> WORDS_OF_KEYS =
      Set.of("cache", "helm", "helmoci", "local", "oci", "remote", "virtual");

  private static final Set<String> WORDS_OF_REGISTRIES =
      Set.of("container", "containers", "cr", "hub", "image", "images", "registry");

  /** Other products with a registry, whose first element is a project. */
  private static final Set<String> WORDS_OF_OTHER_PRODUCTS =
      Set.of("gitea", "gitlab", "harbor", "nexus", "quay");

  private static final Set<String> WORDS_OF_ARTIFACTORY =
      Set.of("artifactory", "artifact", "artifacts", "jfrog");

  private static final String SAAS = ".jfrog.io";

  private final String host;
  private final Optional<Integer> port;

  RegistryHost(String host, Optional<Integer> port) {
    this.host = host;
    this.port = port;
  }

  /** Whether the host is a public registry or another server that is certainly no Artifactory. */
  boolean isElsewhere() {
    for (int at = 0; at >= 0; at = next(at)) {
      if (ELSEWHERE.contains(host.substring(at))) {
        return true;
      }
    }
    return AMAZON.matcher(host).matches();
  }

  private int next(int at) {
    int dot = host.indexOf('.', at);
    return dot < 0 ? -1 : dot + 1;
  }

  /** Whether the first element of an image's name is certainly the key of a repository. */
  boolean isRepository(String element) {
    boolean isOtherProduct = words(host).stream().anyMatch(WORDS_OF_OTHER_PRODUCTS::contains);
    boolean isPossible = !element.equals("library") && RepositoryKey.isPossible(element);
    if (isElsewhere() || isOtherProduct || !isPossible) {
      return false;
    }
    List<String> words = words(element);
    boolean isLikeKey = words.stream().anyMatch(RegistryHost::isWordOfKeys);
    if (mayNameRepository()) {
      return isLikeKey && words.size() > 1; // "docker" and "helm" are name spaces, too
    }
    return isLikeKey || isArtifactory();
  }

  /** Whether the host or the port may stand for a repository. */
  private boolean mayNameRepository() {
    List<String> words = words(label());
    return port.filter(number -> !COMMON_PORTS.contains(number)).isPresent()
        || words.stream().anyMatch(RegistryHost::isWordOfKeys)
        || words.stream().anyMatch(WORDS_OF_REGISTRIES::contains)
        || (host.endsWith(SAAS) && words.size() > 1); // INSTANCE-REPOSITORY.jfrog.io
  }

  private boolean isArtifactory() {
    return host.endsWith(SAAS) || words(label()).stream().anyMatch(WORDS_OF_ARTIFACTORY::contains);
  }

  /**
   * The keys that the host may stand for: {@code docker-local} of {@code docker-local.acme.example}
   * and of {@code acme-docker-local.jfrog.io}.
   */
  List<String> possibleKeys() {
    String label = label();
    int hyphen = label.indexOf('-');
    return host.endsWith(SAAS) && hyphen >= 0
        ? List.of(label.substring(hyphen + 1))
        : List.of(label);
  }

  private String label() {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  private static List<String> words(String text) {
    return List.of(text.split("[-_.]"));
  }

  private static boolean isWordOfKeys(String word) {
    return word.startsWith("docker") || WORDS_OF_KEYS.contains(word);
  }
}
