package io.github.xrayclient.examples.cli;

import io.github.xrayclient.remedy.Remedy;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What can be done about an exception of the library in the words of the command line. The library
 * names methods, and a command has options instead.
 */
final class Remedies {
  static final String NAME_SERVER =
      "set JF_URL and JF_ACCESS_TOKEN, or use --url and --token-file, --server-id for a server of"
          + " JFrog CLI, or --demo for an embedded server with demo data";

  private Remedies() {}

  /** The message for a problem: with its remedy, unless the command has none. */
  static String after(String problem, Remedy remedy, CommandSpec command) {
    String words = words(remedy, command);
    return words.isEmpty() ? problem : problem + "; " + words;
  }

  private static String words(Remedy remedy, CommandSpec command) {
    switch (remedy.kind()) {
      case NAME_SERVER:
      case NAME_CREDENTIALS:
        return NAME_SERVER;
      case RENEW_CREDENTIALS:
        return "the token may have expired or be one of another server; give a valid one with"
            + " --token-file or JF_ACCESS_TOKEN";
      case USE_PERMITTED_USER:
        return "use the token of a user who has the permission; ping tells what this token may do";
      case CORRECT_URL:
        return "give the URL of the platform, such as https://acme.example, with --url or JF_URL";
      case CHECK_SERVER:
        return "check the URL, and whether the server runs and this computer can reach it";
      case CHECK_PROXY:
        return "check the address of the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY";
      case LOG_IN_TO_PROXY:
        return "give the login in the address of the proxy, as in"
            + " HTTPS_PROXY=http://user:password@proxy.example:8080";
      case ALLOW_PLAIN_HTTP:
        return "use https, or add --allow-plain-http if the network is trusted";
      case TRUST_CERTIFICATE:
        return "if a private authority issued the certificate, name a file with the authority's"
            + " certificate with --ca-file";
      case RAISE_TIME_LIMIT:
        return "allow more time with --timeout";
      case ALLOW_WRITES:
        return "leave --read-only out to make the change";
      case EDIT_AGAIN:
        return "run the command again";
      default:
        return wordsOfTask(remedy, command);
    }
  }

  /** The remedies of single commands. The options of other commands are not proposed. */
  private static String wordsOfTask(Remedy remedy, CommandSpec command) {
    switch (remedy.kind()) {
      case USE_PROJECT:
        return remedy.arguments().isEmpty()
            ? "leave --project out"
            : "add --project " + remedy.arguments().get(0);
      case SET_EXPIRY:
        return "set a later time";
      case NAME_REPOSITORY:
        return "name the curated remote repository with --repo";
      case LIST_DECIDABLE:
        return "waiver-requests lists the requests that you may decide";
      case USE_ID:
        return "use one of their ids: " + String.join(", ", remedy.arguments());
      case CORRECT_OBJECT:
        return "correct it in the platform's user interface first";
      case MAKE_FILTERS:
        return "create-ignore-rule can create a rule for a CVE, a vulnerability or a license";
      case DROP_FIELDS:
        return "to copy the waiver without " + (remedy.arguments().size() == 1 ? "it" : "them")
            + ", add "
            + remedy.arguments().stream()
                .map(field -> "--drop-field " + field)
                .collect(Collectors.joining(" "));
      case ACCEPT_UNCHECKED:
        return has("--unchecked", command)
            ? "correct the files, or add --unchecked if the server accepts this"
            : "";
      case RAISE_DELETION_LIMIT:
        return "check that the exported directory is complete and that the right objects are"
            + " selected, or allow this with --max-deletes "
            + String.join("", remedy.arguments());
      case KEEP_WAIVERS:
        return "leave --waivers exact out, or export with waivers";
      case REPLACE_EXPORT:
        return "export into another directory, or add --replace-source";
      case SKIP_CHANGED:
        return "undo these changes and roll back again, add --skip-changed to leave these objects"
            + " alone, or restore them by hand from the backups in "
            + String.join("", remedy.arguments());
      default:
        return "";
    }
  }

  private static boolean has(String option, CommandSpec command) {
    return command.findOption(option) != null;
  }
}
