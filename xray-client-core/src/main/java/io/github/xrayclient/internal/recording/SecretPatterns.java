package io.github.xrayclient.internal.recording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets that are not the client's, such as the password of a remote repository: by the
 * names that they have, and by forms that only tokens and keys have.
 */
public final class SecretPatterns {
  /** What stands for a secret. */
  static final String HIDDEN = "***";

  private static final String NAME = "(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key"
      + "|access[_-]?key|private[_-]?key|credential|authorization|art-api|cookie|signature)";
  private static final String NAMED = "[\\w.%-]{0,40}" + NAME + "[\\w.%-]{0,40}";
  private static final Pattern SECRET_NAME = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

  /** In each of these, the group {@code secret} is hidden. */
  private static final List<Pattern> FORMS = List.of(
      Pattern.compile("(?s)-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<secret>.*?)(?:-----END|\\z)"),
      Pattern.compile("(?<secret>eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?)"), // JSON Web Token
      Pattern.compile("(?<secret>AKCp[0-9A-Za-z]{20,})"), // API key
      Pattern.compile("(?<secret>cmVmdGtu[0-9A-Za-z+/=_-]{20,})"), // reference token
      Pattern.compile("//(?<secret>[^\\s/@\"'<>:]{1,200}:[^\\s/@\"'<>]{1,500})@"), // login in a URL
      Pattern.compile("(?i:\\b(?:bearer|basic)\\s{1,4})(?<secret>(?=\\S{0,99}\\d)[\\w+/=.~-]{6,})"),
      Pattern.compile("(?i:\\b" + NAMED + ")=(?<secret>[^\\s&;#\"'<>]+)"),
      Pattern.compile("(?i:[?&]sig)=(?<secret>[^\\s&;#\"'<>]+)"),
      Pattern.compile("(?im:^[ \\t>]*" + NAMED + ")[ \\t]*:[ \\t]*(?<secret>[^\\s\"][^\r\n]*)"),
      Pattern.compile("(?is:\"" + NAMED + "\"\\s*:\\s*\"(?<secret>.+?)(?:(?<!\\\\)\"|\\z))"),
      Pattern.compile("(?i:<" + NAMED + ")>(?<secret>[^<]+)</"));

  private SecretPatterns() {}

  /** Whether the value of a field or parameter with this name is a secret. */
  static boolean isSecretName(String name) {
    return SECRET_NAME.matcher(name).find();
  }

  /** Returns the text with secrets hidden. */
  public static String hide(String text) {
    String hidden = text;
    for (Pattern form : FORMS) {
      hidden = hide(form, hidden);
    }
    return hidden;
  }

  private static String hide(Pattern form, String text) {
    Matcher found = form.matcher(text);
    StringBuilder hidden = new StringBuilder();
    int copied = 0;
    while (found.find()) {
      hidden.append(text, copied, found.start("secret")).append(HIDDEN);
      copied = found.end("secret");
    }
    return copied == 0 ? text : hidden.append(text, copied, text.length()).toString();
  }
}
