package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordMarks;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines in which a tool quotes the answer of a server, or says what the answer means. */
final class LineAnswers {
  /** Every line with an answer contains one of these. */
  private static final List<String> WORDS = List.of(
      "permi",
      "denied",
      "forbidden",
      "authori",
      "authenti",
      "credential",
      "login",
      "password",
      "suspended",
      "locked",
      "manifest",
      "not found",
      "401",
      "tunnel",
      "from proxy");

  /** The status 401 of a request that failed. */
  private static final WordPattern STATUS_401 = WordPattern.of(
      "(?:\\bstatus(?: ?code)?|\\bresponse code|\\bhttp(?:/[0-9.]+)?(?: error| status| code)?|\\berror"
          + "|\\bcode|\\breturned|\\breceived|\\bgot|\\banswered|\\bresponded(?: with)?)"
          + "[:= (]{1,3}(?:code )?e?401\\b"
          + "|\\b401[^a-z0-9]{1,4}(?:unauthori[sz]ed|client error|authorization required)"
          + "|\\bunauthori[sz]ed[^a-z0-9]{1,5}401\\b|\\berr_[a-z]+_fetch_401\\b",
      "401");

  /** A line of a trace of requests, in which a later request may succeed. */
  private static final Pattern TRACE =
      Pattern.compile("^[<>*] |^http/[0-9.]+ 401|awaiting response|\\bhttp fetch\\b|\" 401 ");

  /** What a tool that speaks to a registry prints before the words of the registry. */
  private static final Pattern REGISTRY = Pattern.compile(
      "\\berror response from daemon\\b|\\berror from registry\\b|\\bserver message\\b"
          + "|\\breading manifest\\b|\\binitializing source\\b|\\bpulling from host\\b"
          + "|\\bpinging container registry\\b|\\bfailed to (?:resolve|pull|copy|authorize|fetch|do request)\\b"
          + "|\\btrying to reuse blob\\b|\\bunable to retrieve auth token\\b|\\bgetting image\\b"
          + "|\\berrimagepull\\b|\\bgetting credentials\\b|\\bregistry\\b");

  private static final Pattern REFUSED_BY_REGISTRY = Pattern.compile(
      "(?:^|[:\"] ?)(unauthori[sz]ed|denied|authentication required|no basic auth"
          + " credentials|insufficient_scope|authorization failed|(?<!\\b403: )forbidden)(?=$|[:,.\"'\\\\ ]).*");

  /** What single tools print instead of the status 401. */
  private static final WordPattern OF_ONE_TOOL = WordPattern.of(
      "^username/password authentication failed|\\byn00(?:41|33|35)\\b.{0,300}invalid authentication"
          + "|\\binvalid authentication \\(|\\bincorrect or missing password\\b"
          + "|\\bcredentials you have provided for this url are invalid\\b"
          + "|\\bperhaps you should make sure your credentials for\\b"
          + "|\\bfailed to fetch (?:oauth|anonymous) token\\b.{0,600}\\b40[13]\\b"
          + "|\\bunable to authenticate, need:|\\bunable to authenticate, your authentication token\\b"
          + "|^(?:error:? )?login failed\\b(?! for user)|\\berror logging in to v2 endpoint\\b",
      "authenti",
      "credential",
      "password",
      "login",
      "logging",
      "token");

  private static final WordPattern FORBIDDEN_404 = WordPattern.of(
      "(?:\\b|[a-z_])404\\b[^a-z0-9]{1,6}(?:client error[: ]{1,2}|from server[: ]{1,2})?forbidden\\b"
          + "|\\bforbidden[^a-z0-9]{1,4}404\\b",
      "404");

  private static final WordPattern UNKNOWN_IMAGE = WordPattern.of(
      "\\bfailed to (?:resolve (?:reference|source metadata for)|pull(?: and unpack)?(?: image)?|solve)\\b"
          + ".{0,600}: not found\\b",
      "not found");

  private static final WordPattern PROXY = WordPattern.of(
      "\\btunnel connection failed: 40[37]\\b"
          + "|\\bhttp code 40[37] from proxy\\b|\\bconnect tunnel failed, response 40[37]\\b"
          + "|\\bproxy tunnel(?:ing)? (?:failed|request)\\b.{0,200}(?:40[37]|forbidden)"
          + "|\\bunable to tunnel through proxy\\b.{0,80}40[37]"
          + "|\\btunneling socket could not be established\\b.{0,60}40[37]"
          + "|\\bproxy authentication required\\b|\\bproxy refused\\b.{0,60}40[37]",
      "tunnel",
      "proxy");

  private static final Pattern JSON_MESSAGE =
      Pattern.compile("^[^\"{]{0,60}\"(?:message|error)\" ?: ?\"(.{1,1000}?)\"[,} ]*$");
  private static final Pattern JSON_STATUS = Pattern.compile("\"status\"\\s*:\\s*(40[1347])\\b");

  private final String text;
  private final List<LocatedBlock> found = new ArrayList<>();

  private LineAnswers(String text) {
    this.text = text;
  }

  /**
   * The answers, in the order of the text.
   *
   * @param folded the text in lower case, as {@link SearchableText#fold} returns it
   */
  static List<LocatedBlock> in(String text, String folded) {
    LineAnswers answers = new LineAnswers(text);
    int end = 0;
    WordMarks words = new WordMarks(folded, WORDS);
    int at = words.from(0);
    while (at != WordMarks.NONE) {
      LogLine line = LogLine.at(text, at, end);
      answers.read(line);
      end = line.end();
      // The line is empty if the word begins with the second character of an escape, as in \not
      // found.
      at = words.from(Math.max(at + 1, end));
    }
    return answers.found;
  }

  private void read(LogLine line) {
    SearchableText searchable = SearchableText.of(line.text());
    String shown = searchable.between(0, searchable.length());
    String words = searchable.folded().strip();
    Optional<BlockedDownload.Builder> answer =
        ofWords(shown, words).or(() -> ofBrokenJson(words, line));
    answer.filter(builder -> !OwnWords.isQuoted(words)).ifPresent(builder -> {
      BlockedDownload block = builder
          .text(SearchableText.cut(DownloadAddress.withoutCredentialsIn(shown)))
          .build();
      found.add(new LocatedBlock(line.start(), line.end(), placed(block, shown, line)));
    });
  }

  private BlockedDownload placed(BlockedDownload answer, String shown, LogLine line) {
    AnswerPlace place = AnswerPlace.in(shown);
    if (place.isEmpty()) {
      place = before(line.start());
    }
    return place.addTo(answer.toBuilder()).build();
  }

  /** The image that docker was asked for in the lines before. */
  private AnswerPlace before(int position) {
    String lines = text.substring(Math.max(0, position - 1_000), position);
    int at = lines.lastIndexOf("Unable to find image '");
    return at < 0 || lines.substring(at).chars().filter(c -> c == '\n').count() > 3
        ? AnswerPlace.NOWHERE
        : AnswerPlace.in(lines.substring(at));
  }

  private static Optional<BlockedDownload.Builder> ofWords(String shown, String words) {
    if (PROXY.isIn(words)) {
      return kind(Kind.PROXY);
    }
    if (FORBIDDEN_404.isIn(words)) {
      return kind(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL).map(answer -> answer.status(404));
    }
    Optional<Kind> sentence = AnswerWords.ofSentence(words);
    if (words.contains("insufficient_scope")) {
      return kind(Kind.AUTH);
    }
    if (sentence.isPresent()) {
      boolean isBlock = AnswerWords.nameAnotherReason(words);
      return isBlock && sentence.get() != Kind.SUSPENDED ? Optional.empty() : kind(sentence.get());
    }
    if (UNKNOWN_IMAGE.isIn(words) && ImageNames.in(shown).isPresent()) {
      return kind(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);
    }
    if (OF_ONE_TOOL.isIn(words)) {
      return kind(Kind.AUTH);
    }
    return ofStatus(words)
        .or(() -> ofRegistry(words))
        .filter(answer -> !OwnWords.isOfMachine(words));
  }

  private static Optional<BlockedDownload.Builder> ofStatus(String words) {
    boolean isRefused = STATUS_401.isIn(words)
        && !TRACE.matcher(words).find()
        && !words.contains("://"); // an address and its status are a request
    return isRefused ? kind(Kind.AUTH).map(answer -> answer.status(401)) : Optional.empty();
  }

  private static Optional<BlockedDownload.Builder> ofRegistry(String words) {
    Matcher refused = REFUSED_BY_REGISTRY.matcher(words);
    boolean startsLine = words.startsWith("unauthorized:") || words.startsWith("denied:");
    if (!refused.find() || !(startsLine || REGISTRY.matcher(words).find())) {
      return Optional.empty();
    }
    String reason = refused.group(1);
    String rest = refused.group();
    if (AnswerWords.nameAnotherReason(rest)) {
      return Optional.empty();
    }
    boolean isLogin = (!reason.equals("denied") && !reason.equals("forbidden"))
        || AnswerWords.nameCredentials(rest);
    return kind(isLogin ? Kind.AUTH : Kind.PERMISSION);
  }

  /** A message in pretty-printed JSON that is not complete, or that other lines break. */
  private Optional<BlockedDownload.Builder> ofBrokenJson(String words, LogLine line) {
    Matcher message = JSON_MESSAGE.matcher(words);
    if (!message.find()) {
      return Optional.empty();
    }
    String around =
        text.substring(Math.max(0, line.start() - 300), Math.min(text.length(), line.end() + 120));
    Matcher status = JSON_STATUS.matcher(around);
    return status.find()
        ? AnswerWords.ofMessage(message.group(1), Integer.parseInt(status.group(1)), "")
            .flatMap(LineAnswers::kind)
            .map(answer -> answer.status(Integer.parseInt(status.group(1))))
        : Optional.empty();
  }

  private static Optional<BlockedDownload.Builder> kind(Kind kind) {
    return Optional.of(BlockedDownload.builder().kind(kind).text(""));
  }
}
