package io.github.xrayclient.remedy;

import io.github.xrayclient.internal.secret.VisibleText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What can be done about an exception. {@link #kind()} is for programs that have words of their own
 * for it, such as a command line whose users set options; {@link #toString()} is the advice for
 * callers of this library, with which the message of the exception ends.
 */
public final class Remedy implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What can be done. More kinds may be added. */
  public enum Kind {
    /** Name the server and its credentials. */
    NAME_SERVER,
    /** Name credentials that can be used. */
    NAME_CREDENTIALS,
    /** Use a token that is valid on this server, since this one may have expired. */
    RENEW_CREDENTIALS,
    /** Use credentials of a user who has the permission. */
    USE_PERMITTED_USER,
    /** Correct the base URL, since it is not that of a platform with Xray. */
    CORRECT_URL,
    /** Check that the URL is right and the server runs. */
    CHECK_SERVER,
    /** Check the settings of the proxy. */
    CHECK_PROXY,
    /** Log in to the proxy. */
    LOG_IN_TO_PROXY,
    /** Allow {@code http://} URLs, if the network is trusted. */
    ALLOW_PLAIN_HTTP,
    /** Trust the certificate of the authority that issued the server's certificate. */
    TRUST_CERTIFICATE,
    /** Allow more time. */
    RAISE_TIME_LIMIT,
    /** Allow larger answers. */
    RAISE_ANSWER_LIMIT,
    /** Use a client that may write. */
    ALLOW_WRITES,
    /** Repeat the change, which starts from the object as it is now. */
    EDIT_AGAIN,
    /**
     * Use the objects of another project. The argument is its key; without one, the object is
     * global.
     */
    USE_PROJECT,
    /** Set another time, or no expiry. */
    SET_EXPIRY,
    /** Name the repository. */
    NAME_REPOSITORY,
    /** Decide one of the requests that this user may decide. */
    LIST_DECIDABLE,
    /** Use one of the ids of the objects that have the same name. The arguments are the ids. */
    USE_ID,
    /** Make the filters of the ignore rule yourself. */
    MAKE_FILTERS,
    /** Correct the object on the server, or with the methods of its update. */
    CORRECT_OBJECT,
    /** Leave out fields that this version of the library does not know. The arguments name them. */
    DROP_FIELDS,
    /** Accept content that servers are known to refuse, if this server accepts it. */
    ACCEPT_UNCHECKED,
    /** Allow more deletions. The argument is the number that is needed. */
    RAISE_DELETION_LIMIT,
    /** Keep the waivers of the target. */
    KEEP_WAIVERS,
    /** Replace the export of another server, or export into another directory. */
    REPLACE_EXPORT,
    /** Leave alone the objects that somebody changed. */
    SKIP_CHANGED
  }

  private final Kind kind;
  private final String advice;
  private final ArrayList<String> arguments;

  private Remedy(Kind kind, String advice, List<String> arguments) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.advice = VisibleText.oneLine(Objects.requireNonNull(advice, "advice"));
    this.arguments = new ArrayList<>();
    for (String argument : Objects.requireNonNull(arguments, "arguments")) {
      this.arguments.add(Objects.requireNonNull(argument, "arguments must not contain null"));
    }
  }

  /**
   * A remedy.
   *
   * @param advice the words for callers of this library; empty if there is nothing to call
   */
  public static Remedy of(Kind kind, String advice) {
    return new Remedy(kind, advice, List.of());
  }

  /** A remedy with what {@link Kind} says about the arguments. */
  public static Remedy of(Kind kind, String advice, List<String> arguments) {
    return new Remedy(kind, advice, arguments);
  }

  /** What can be done. */
  public Kind kind() {
    return kind;
  }

  /** Names or numbers that belong to the kind; empty for most kinds. */
  public List<String> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  /** The message of an exception: the problem, followed by the advice for callers. */
  public String after(String problem) {
    Objects.requireNonNull(problem, "problem");
    return advice.isEmpty() ? problem : problem + "; " + advice;
  }

  /** The advice for callers of this library; may be empty. */
  @Override
  public String toString() {
    return advice;
  }
}
