package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.internal.coverage.RegexProgram.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles an expression in {@link SharedSyntax} into a program. */
final class RegexParser {
  private static final Pattern AGAIN = Pattern.compile("(?:([*+?])|\\{(\\d+)(,)?(\\d+)?\\})\\??");
  private static final Pattern CLASS =
      Pattern.compile("\\[(?:[^\\\\\\]]|\\\\.)++\\]", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x\\{\\p{XDigit}+\\}|x..|.)");
  private static final Map<String, Place> PLACES = Map.of(
      "^", Place.BEGIN,
      "\\A", Place.BEGIN,
      "$", Place.END,
      "\\z", Place.END,
      "\\b", Place.WORD_BOUNDARY,
      "\\B", Place.NO_WORD_BOUNDARY);

  /** The largest product of nested counts. RE2 rejects expressions beyond it. */
  private static final int MOST_REPEATS = 1_000;

  /** The largest depth of nested unbounded repeats. */
  private static final int MOST_ENDLESS = 2;

  private static final int DEEPEST = 100;

  private final String expression;
  private final RegexProgram program = new RegexProgram();
  private final Map<String, SingleCharacter> characters = new HashMap<>();
  private final Set<String> groupNames = new HashSet<>();
  private int at;
  private int flags;

  private RegexParser(String expression) {
    this.expression = expression;
  }

  /** A part of an expression. */
  private interface Part {
    /** Adds the states of this part, which lead to the state {@code next}, and returns the first. */
    int before(int next);
  }

  /**
   * A part, together with the largest product of nested counts and the depth of unbounded repeats
   * in it.
   */
  private static final class Counted {
    private final Part part;
    private final int repeats;
    private final int endless;

    Counted(Part part, int repeats, int endless) {
      if (repeats > MOST_REPEATS || endless > MOST_ENDLESS) {
        throw new RegexProgram.TooLargeException();
      }
      this.part = part;
      this.repeats = repeats;
      this.endless = endless;
    }

    /** A part that consists of these parts, none of which is inside another. */
    static Counted of(Part part, List<Counted> parts) {
      return new Counted(
          part,
          parts.stream().mapToInt(each -> each.repeats).max().orElse(1),
          parts.stream().mapToInt(each -> each.endless).max().orElse(0));
    }

    static Counted once(Part part) {
      return new Counted(part, 1, 0);
    }
  }

  /**
   * Compiles an expression; empty if it is malformed or too large, or if RE2 rejects it.
   *
   * @param expression an expression in {@link SharedSyntax}
   */
  static Optional<RegexProgram> parse(String expression) {
    RegexParser parser = new RegexParser(expression);
    try {
      Part whole = parser.alternatives(0).part;
      if (parser.at < expression.length()) {
        return Optional.empty(); // an unmatched closing parenthesis
      }
      parser.program.startAt(whole.before(parser.program.found()));
      return Optional.of(parser.program);
    } catch (PatternSyntaxException | RegexProgram.TooLargeException unreadable) {
      return Optional.empty();
    }
  }

  private Counted alternatives(int depth) {
    if (depth > DEEPEST) {
      throw new RegexProgram.TooLargeException();
    }
    List<Counted> parts = new ArrayList<>(List.of(sequence(depth)));
    while (at < expression.length() && expression.charAt(at) == '|') {
      at++;
      parts.add(sequence(depth));
    }
    return Counted.of(
        next -> {
          int state = parts.get(parts.size() - 1).part.before(next);
          for (int i = parts.size() - 2; i >= 0; i--) {
            state = program.either(parts.get(i).part.before(next), state);
          }
          return state;
        },
        parts);
  }

  private Counted sequence(int depth) {
    List<Counted> parts = new ArrayList<>();
    while (at < expression.length()
        && expression.charAt(at) != '|'
        && expression.charAt(at) != ')') {
      parts.add(again(expression.charAt(at) == '(' ? group(depth) : atom()));
    }
    return Counted.of(
        next -> {
          int state = next;
          for (int i = parts.size() - 1; i >= 0; i--) {
            state = parts.get(i).part.before(state);
          }
          return state;
        },
        parts);
  }

  private Counted group(int depth) {
    int before = flags;
    at++;
    if (expression.startsWith("?<", at)) {
      int end = expression.indexOf('>', at);
      if (!groupNames.add(expression.substring(at, end))) {
        throw syntax("two groups have the same name");
      }
      at = end + 1;
    } else if (expression.startsWith("?", at) && readFlags()) {
      return Counted.once(next -> next); // the flags apply until the end of the surrounding group
    }
    Counted inside = alternatives(depth + 1);
    if (at == expression.length()) {
      throw syntax("a group is not closed");
    }
    at++;
    flags = before;
    return inside;
  }

  /** Reads {@code ?is-is:} or {@code ?is-is)}. Returns whether it ends with a parenthesis. */
  private boolean readFlags() {
    boolean on = true;
    for (at++; ; at++) {
      switch (expression.charAt(at)) {
        case '-':
          on = false;
          break;
        case ':':
          at++;
          return false;
        case ')':
          at++;
          return true;
        default:
          int flag = expression.charAt(at) == 'i' ? Pattern.CASE_INSENSITIVE : Pattern.DOTALL;
          flags = on ? flags | flag : flags & ~flag;
      }
    }
  }

  private Counted atom() {
    String text = atomText();
    at += text.length();
    Place place = PLACES.get(text);
    if (place != null) {
      return Counted.once(next -> program.at(place, next));
    }
    int mode = flags | (text.length() > 2 || text.matches("\\\\.|\\.") ? 0 : Pattern.LITERAL);
    SingleCharacter character =
        characters.computeIfAbsent(mode + text, unknown -> new SingleCharacter(text, mode));
    return Counted.once(next -> program.taking(character, next));
  }

  private String atomText() {
    Pattern longer = expression.charAt(at) == '[' ? CLASS : ESCAPE;
    Matcher matcher = longer.matcher(expression).region(at, expression.length());
    return matcher.lookingAt() ? matcher.group() : Character.toString(expression.codePointAt(at));
  }

  private Counted again(Counted once) {
    Matcher matcher = AGAIN.matcher(expression).region(at, expression.length());
    if (!matcher.lookingAt()) {
      return once;
    }
    at = matcher.end();
    if (matcher.group(1) != null) {
      char kind = matcher.group(1).charAt(0);
      return new Counted(
          simple(once.part, kind), once.repeats, once.endless + (kind == '?' ? 0 : 1));
    }
    int least = Integer.parseInt(matcher.group(2));
    boolean endless = matcher.group(3) != null && matcher.group(4) == null;
    int most = matcher.group(4) == null ? least : Integer.parseInt(matcher.group(4));
    if (most < least) {
      throw syntax("a range of counts is empty");
    }
    return new Counted(
        counted(once.part, least, most, endless),
        Math.max(1, most) * once.repeats,
        once.endless + (endless ? 1 : 0));
  }

  private Part simple(Part once, char kind) {
    switch (kind) {
      case '?':
        return next -> program.either(once.before(next), next);
      case '*':
        return next -> anyNumber(once, next);
      default:
        return next -> once.before(anyNumber(once, next));
    }
  }

  private int anyNumber(Part once, int next) {
    int loop = program.either(next, next);
    program.loop(loop, once.before(loop));
    return loop;
  }

  private Part counted(Part once, int least, int most, boolean endless) {
    return next -> {
      int state = endless ? anyNumber(once, next) : next;
      for (int i = least; i < most; i++) {
        state = program.either(once.before(state), next);
      }
      for (int i = 0; i < least; i++) {
        state = once.before(state);
      }
      return state;
    };
  }

  private PatternSyntaxException syntax(String problem) {
    return new PatternSyntaxException(problem, expression, at);
  }
}
