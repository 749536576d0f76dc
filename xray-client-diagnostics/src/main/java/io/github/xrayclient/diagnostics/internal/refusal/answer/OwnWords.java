package io.github.xrayclient.diagnostics.internal.refusal.answer;

import java.util.regex.Pattern;

/**
 * Recognizes lines that are not about a request of the build: scripts, tests, source code, and
 * failures of the machine itself, such as a missing permission on a file. All methods take lines in
 * lower case.
 */
final class OwnWords {
  private static final Pattern SCRIPT = Pattern.compile(
      "^(?:\\++ |\\$ |# |#!|// |/\\*|\\* |echo |if |elif |while |case |\\*\"|assert|grep |sed |awk )"
          + "|\\bgrep -|\\bgrep '|\\bgrep \"|\\becho ['\"]|\\bprintf ['\"]|\\bprintln|\\bassert[a-z]*\\("
          + "|\\bexpect\\(|\\bthrow new\\b|\\braise [a-z]+\\(|\\breturn ['\"]|\\)\\) ?\\{$|;$");

  private static final Pattern DOCUMENT = Pattern.compile(
      "^(?:description|summary|help|title|note|usage|subject|label)s?\\b ?:|^[-*+] |^\\| |^--?[a-z][a-z-]+\\b"
          + "|^>>? |^#+ |\\(#[0-9]+\\)$"
          // the first line of a commit, such as "fix(api): answer 401"
          + "|^(?:[0-9a-f]{7,40} )?(?:chore|docs|feat|fix|perf|refactor|revert)(?:\\([^()]*\\))?!?: "
          + "|^\\*\\*|^[0-9]+\\. |^(?:see|if|when|where|how|why|use|make sure|please|to)\\b");

  private static final Pattern TEST = Pattern.compile(
      "[\u2713\u2714\u221a\u2717\u2718\u2715\u00d7]|\\bpassed\\b|\\bpass:|^pass |^ok [0-9]|^not ok [0-9]"
          + "|^(?:---|===) |\\btests? run:|\\brunning [a-z.]+test|test[a-z]*\\b.{0,40} > |\\bshould\\b"
          + "|\\bit\\('|\\breturns? (?:a |an )?40[1347]\\b|\\bexpected\\b|\\.java:\\[|\\bwarning: \\[");

  private static final Pattern MACHINE = Pattern.compile(
      "\\beacces\\b|\\beperm\\b|\\berrno 1?[0-9]\\b|\\(13: |\\bpublickey\\b|\\bssh\\b|\\bsudo\\b|\\bsu:"
          + "|\\bchmod\\b|\\bchown\\b|\\bmkdir\\b|docker\\.sock|daemon socket|\\bgit@|\\bremote: |\\.git\\b"
          + "|^fatal: (?:authentication|could not|unable to|repository|remote)|\\bgit push\\b|\\bunable to access 'https?:|\\bopen(?:\\(\\))? ['\"]?/|\\b(?:ba)?sh: |\\b(?:rm|cp|mv|ln|tar|cat): "
          + "|\\bcannot (?:open|create|remove|access|stat|write)\\b|\\bfilenotfoundexception\\b"
          + "|\\baccessdeniedexception\\b|\\bioexception: permission denied\\b|\\bpg_|\\bsqlstate\\b"
          + "|\\bpassword authentication failed for user\\b|\\blogin failed for user\\b|\\bmysql\\b"
          + "|\\bkubectl\\b|\\bclusterrole|\\bserviceaccount\\b|\\bsystem:|\\bldap\\b|\\bsmtp\\b|\\bgpg\\b");

  private OwnWords() {}

  /** Whether a line is part of a script, a test, source code or a document. */
  static boolean isQuoted(String line) {
    return SCRIPT.matcher(line).find()
        || TEST.matcher(line).find()
        || DOCUMENT.matcher(line).find();
  }

  /** Whether a line tells of a failure on the machine or in another service. */
  static boolean isOfMachine(String line) {
    return MACHINE.matcher(line).find();
  }
}
