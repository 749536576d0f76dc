package io.github.xrayclient.curation.internal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that may say that Curation blocks a package, such as {@code Package NAME:VERSION
 * download was blocked by JFrog Packages Curation service due to the following policies violated
 * {policy, condition, explanation, recommendation}}. Immutable.
 */
public final class BlockMessage {
  /** What stands before the policies, each of which is in braces or, if it is one, in quotes. */
  private static final Pattern BEFORE_POLICIES =
      Pattern.compile("(?:violated|all versions blocked)[^{}]{0,40}\\{", Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED_POLICY =
      Pattern.compile("due to policy '(.+)'", Pattern.CASE_INSENSITIVE);

  private static final List<String> ABOUT_RIGHTS = List.of(
      "permission", "permitted", "authoriz", "forbidden", "privilege", "entitle", "not allowed to");

  private final List<PolicyGroup> policies;
  private final boolean block;

  /** The name of the status 403, which tells nothing about its reason. */
  private static final Pattern STATUS_NAME =
      Pattern.compile("\\W*(?:403\\W*)?forbidden\\W*", Pattern.CASE_INSENSITIVE);

  private BlockMessage(List<PolicyGroup> policies, boolean block) {
    this.policies = policies;
    this.block = block;
  }

  public static BlockMessage read(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    boolean saysBlocked = folded.contains("download was blocked by")
        || (folded.contains("blocked")
            && (folded.contains("curation") || folded.contains("package"))
            && ABOUT_RIGHTS.stream().noneMatch(folded::contains));
    List<PolicyGroup> policies = policies(text);
    return new BlockMessage(List.copyOf(policies), saysBlocked || !policies.isEmpty());
  }

  /**
   * Whether the message says that a package is blocked. A message about missing rights does not,
   * unless it names the policy that blocks.
   */
  public boolean isBlock() {
    return block;
  }

  /** Whether a message is about missing rights of the user. */
  public static boolean isAboutRights(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return ABOUT_RIGHTS.stream().anyMatch(folded::contains)
        && !STATUS_NAME.matcher(text).matches();
  }

  /** The violated policies in the order of the message; empty if it names none. */
  public List<PolicyGroup> policies() {
    return policies;
  }

  private static List<PolicyGroup> policies(String text) {
    Matcher before = BEFORE_POLICIES.matcher(text);
    if (before.find()) {
      return groups(text, before.end() - 1);
    }
    Matcher quoted = QUOTED_POLICY.matcher(text);
    return quoted.find()
        ? List.of(
            new PolicyGroup(quoted.group(1), Optional.empty(), Optional.empty(), Optional.empty()))
        : List.of();
  }

  /** Reads the consecutive groups from the opening brace on. The last one may be cut off. */
  private static List<PolicyGroup> groups(String text, int opening) {
    List<PolicyGroup> groups = new ArrayList<>();
    int at = opening;
    while (at < text.length() && text.charAt(at) == '{') {
      int close = Braces.close(text, at, text.length());
      PolicyGroup group =
          PolicyGroupParser.parse(text.substring(at + 1, close), KnownNames.NONE, KnownNames.NONE);
      if (!group.policy().isEmpty()) {
        groups.add(group);
      }
      at = close + 1;
      while (at < text.length() && " \n,".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return groups;
  }
}
