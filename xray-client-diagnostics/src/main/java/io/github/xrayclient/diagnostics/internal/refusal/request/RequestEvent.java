package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a log at which a server answered a request. Answers with a status of success are
 * events too, because they tell that an earlier refusal of the address was not the last word.
 * Immutable.
 */
public final class RequestEvent {
  private static final Pattern FOLDER =
      Pattern.compile("[^?#]+/(?:artifactory/(?:api/[a-z]+/)?[^/]+/?"
          + "|v2/(?=[^/])(?:(?!manifests/|blobs/)[^/]+/)*+(?:[^/]+/?)?)");

  private final int start;
  private final int end;
  private final int status;
  private final Optional<String> address;
  private final Optional<String> repository;
  private final Optional<String> path;
  private final String text;
  private final int lines;

  /** Describes an event of which the log shows no body. */
  public RequestEvent(
      int start,
      int end,
      int status,
      Optional<String> address,
      Optional<String> repository,
      Optional<String> path,
      String text) {
    this(start, end, status, address, repository, path, text, 0);
  }

  /** Whether a server or proxy refuses requests with this status. */
  public static boolean isRefusal(int status) {
    return status == 401 || status == 403 || status == 407;
  }

  /** Describes a success, of which only the address matters. */
  static RequestEvent ofSuccess(int start, int end, int status, Optional<String> address) {
    return new RequestEvent(start, end, status, address, Optional.empty(), Optional.empty(), "", 0);
  }

  /**
   * Describes an event.
   *
   * @param start the position in the text
   * @param end the position after the line, or after the body of the answer if the log shows it
   * @param status the HTTP status of the answer
   * @param address the URL without user, query and fragment, or its path alone if the log shows no
   *     host; empty if the log shows only the status
   * @param repository the repository that the address names with certainty
   * @param path the path inside the repository, if it follows from the address
   * @param text the line with the event; may be empty for a success
   * @param lines the number of lines behind this one that show the body of the answer
   */
  public RequestEvent(
      int start,
      int end,
      int status,
      Optional<String> address,
      Optional<String> repository,
      Optional<String> path,
      String text,
      int lines) {
    this.start = start;
    this.end = end;
    this.status = status;
    this.address = address;
    this.repository = repository;
    this.path = path;
    this.text = text;
    this.lines = lines;
  }

  /** The position in the text. */
  public int start() {
    return start;
  }

  /** The position after the line, or after the body of the answer if the log shows it. */
  public int end() {
    return end;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /**
   * The URL without user, query and fragment, or its path alone if the log shows no host; empty if
   * the log shows only the status.
   */
  public Optional<String> address() {
    return address;
  }

  /** The address if the log shows it with its host. */
  public Optional<String> url() {
    return address.filter(shown -> !shown.startsWith("/"));
  }

  /** The repository that the address names with certainty. */
  public Optional<String> repository() {
    return repository;
  }

  /** The path inside the repository. */
  public Optional<String> path() {
    return path;
  }

  /** The line with the event; may be empty for a success. */
  public String text() {
    return text;
  }

  /** The number of lines behind this one that show the body of the answer. */
  public int lines() {
    return lines;
  }

  /** Whether the address is that of a repository or an image, and the log does not show the file. */
  public boolean isOfFolder() {
    return path.isEmpty()
        && address.filter(url -> FOLDER.matcher(url).matches()).isPresent();
  }
}
