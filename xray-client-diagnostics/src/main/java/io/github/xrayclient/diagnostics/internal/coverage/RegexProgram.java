package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as a nondeterministic automaton. Like RE2, it follows at once all states
 * that the text read so far can reach. For each character the work is therefore at most the number
 * of states, whatever the expression is. Immutable and thread-safe after it was built.
 */
final class RegexProgram {
  /** Stands for the next state of a state that has none. */
  static final int NONE = -1;

  private static final int MOST_STATES = 20_000;
  private static final long MOST_STEPS = 5_000_000;

  private final List<State> states = new ArrayList<>();
  private int start;

  /** A condition on the position in the text, which consumes no character. */
  enum Place {
    BEGIN,
    END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY
  }

  /** Adds a state that consumes a character and leads to the state {@code next}. */
  int taking(SingleCharacter character, int next) {
    return add(new State(character, null, next, NONE));
  }

  /** Adds a state that leads to the state {@code next} only at such a position. */
  int at(Place place, int next) {
    return add(new State(null, place, next, NONE));
  }

  /** Adds a state that leads to both states without consuming a character. */
  int either(int one, int other) {
    return add(new State(null, null, one, other));
  }

  /** Adds the final state, in which the expression matches. */
  int found() {
    return add(new State(null, null, NONE, NONE));
  }

  /** Sets the first next state of a state, which closes a loop. */
  void loop(int state, int one) {
    State known = states.get(state);
    states.set(state, new State(null, null, one, known.other));
  }

  void startAt(int state) {
    this.start = state;
  }

  private int add(State state) {
    if (states.size() == MOST_STATES) {
      throw new TooLargeException();
    }
    states.add(state);
    return states.size() - 1;
  }

  /**
   * Whether the expression matches anywhere in the text.
   *
   * @throws TooLargeException if the search takes more than the allowed number of steps
   */
  boolean find(String text) {
    int[] codePoints = text.codePoints().toArray();
    return new Search(codePoints).find();
  }

  private static final class State {
    private final @Nullable SingleCharacter character;
    private final @Nullable Place place;
    private final int one;
    private final int other;

    State(@Nullable SingleCharacter character, @Nullable Place place, int one, int other) {
      this.character = character;
      this.place = place;
      this.one = one;
      this.other = other;
    }

    boolean takes(int codePoint) {
      return character != null && character.takes(codePoint);
    }
  }

  /** The states that are reached while a text is read. */
  private final class Search {
    private final int[] text;
    private final int[] lastSeenAt = new int[states.size()];
    private final int[] waiting = new int[2 * states.size() + 2];
    private final State[] reached = new State[states.size()];
    private final int[] next = new int[states.size()];
    private int reachedCount;
    private long steps;

    Search(int[] text) {
      this.text = text;
    }

    boolean find() {
      int nextCount = 0;
      for (int at = 0; ; at++) {
        reachedCount = 0;
        boolean found = reach(start, at);
        for (int i = 0; i < nextCount && !found; i++) {
          found = reach(next[i], at);
        }
        if (found || at == text.length) {
          return found;
        }
        nextCount = 0;
        for (int i = 0; i < reachedCount; i++) {
          if (reached[i].takes(text[at])) {
            next[nextCount++] = reached[i].one;
          }
        }
      }
    }

    /** Follows all transitions that consume no character. Returns whether the expression matches. */
    private boolean reach(int first, int at) {
      int count = 0;
      waiting[count++] = first;
      while (count > 0) {
        int number = waiting[--count];
        if (lastSeenAt[number] == at + 1) {
          continue;
        }
        lastSeenAt[number] = at + 1;
        if (++steps > MOST_STEPS) {
          throw new TooLargeException();
        }
        State state = states.get(number);
        if (state.character != null) {
          reached[reachedCount++] = state;
        } else if (state.one == NONE) {
          return true;
        } else if (state.place == null) {
          waiting[count++] = state.other;
          waiting[count++] = state.one;
        } else if (is(state.place, at)) {
          waiting[count++] = state.one;
        }
      }
      return false;
    }

    private boolean is(Place place, int at) {
      switch (place) {
        case BEGIN:
          return at == 0;
        case END:
          return at == text.length;
        default:
          boolean boundary = isWord(at - 1) != isWord(at);
          return boundary == (place == Place.WORD_BOUNDARY);
      }
    }

    private boolean isWord(int at) {
      int c = at < 0 || at == text.length ? ' ' : text[at];
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
  }

  /** Thrown if an expression has too many states, or a search takes too many steps. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("the regular expression is too large to be evaluated");
    }
  }
}
