package io.github.xrayclient.diagnostics.internal.refusal.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Searches texts for many phrases in one pass, by the method of Aho and Corasick. A phrase that
 * begins with a letter counts only if no letter, digit, dot or underscore stands before it. Escape
 * sequences of a terminal inside a phrase do not matter. Immutable.
 */
final class PhraseSearch {
  private static final int CHARACTERS = 128;
  private static final int RECENT = 128; // more characters than the longest phrase has

  /** Receives the phrases that were found. */
  @FunctionalInterface
  interface Hits {
    /**
     * Receives one phrase.
     *
     * @param phrase the index of the phrase
     * @param end the position of the phrase's last character
     */
    void found(int phrase, int end);
  }

  private final short[] next; // the next state by state and character
  private final int[] phraseOf; // the index of the phrase that ends in a state, or -1
  private final int[] lengths; // of that phrase, or 0 if it counts inside a word, too
  private final short[] shorter; // the state of the next shorter phrase that ends there too, or 0
  private final boolean[] ends; // whether any phrase ends in a state

  /** Prepares to search for phrases, which are in ASCII. */
  PhraseSearch(List<String> phrases) {
    List<short[]> states = new ArrayList<>();
    states.add(emptyState());
    int[] last = new int[phrases.size()]; // the state in which a phrase ends
    for (int phrase = 0; phrase < last.length; phrase++) {
      last[phrase] = add(phrases.get(phrase), states);
    }
    this.phraseOf = new int[states.size()];
    this.lengths = new int[states.size()];
    this.shorter = new short[states.size()];
    Arrays.fill(phraseOf, -1);
    for (int phrase = 0; phrase < last.length; phrase++) {
      phraseOf[last[phrase]] = phrase;
      String words = phrases.get(phrase);
      lengths[last[phrase]] = Character.isLetter(words.charAt(0)) ? words.length() : 0;
    }
    this.next = linked(states);
    this.ends = new boolean[states.size()];
    for (int state = 0; state < ends.length; state++) {
      ends[state] = phraseOf[state] >= 0 || shorter[state] != 0;
    }
  }

  private static short[] emptyState() {
    short[] state = new short[CHARACTERS];
    Arrays.fill(state, (short) -1);
    return state;
  }

  private static int add(String phrase, List<short[]> states) {
    int state = 0;
    for (int at = 0; at < phrase.length(); at++) {
      char c = phrase.charAt(at);
      if (states.get(state)[c] < 0) {
        states.get(state)[c] = (short) states.size();
        states.add(emptyState());
      }
      state = states.get(state)[c];
    }
    return state;
  }

  /** Adds where to go on when a character does not continue the phrase, breadth first. */
  private short[] linked(List<short[]> states) {
    short[] table = new short[states.size() * CHARACTERS];
    int[] fallback = new int[states.size()];
    Queue<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int c = 0; c < CHARACTERS; c++) {
        int child = states.get(state)[c];
        int elsewhere = state == 0 ? 0 : table[fallback[state] * CHARACTERS + c];
        table[state * CHARACTERS + c] = (short) (child < 0 ? elsewhere : child);
        if (child >= 0) {
          fallback[child] = elsewhere;
          shorter[child] = phraseOf[elsewhere] >= 0 ? (short) elsewhere : shorter[elsewhere];
          open.add(child);
        }
      }
    }
    return table;
  }

  /** Finds the phrases in a text, in the order of their ends. */
  void in(String text, Hits hits) {
    char[] recent = new char[RECENT];
    int shown = 0;
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\u001b') {
        at = endOfEscape(text, at);
        continue;
      }
      recent[shown++ & (RECENT - 1)] = c;
      state = c < CHARACTERS ? next[state * CHARACTERS + c] : 0;
      if (ends[state]) {
        report(state, recent, shown, at, hits);
      }
    }
  }

  private void report(int state, char[] recent, int shown, int end, Hits hits) {
    for (int ended = state; ended != 0; ended = shorter[ended]) {
      boolean counts = lengths[ended] == 0 || begins(recent, shown - lengths[ended]);
      if (phraseOf[ended] >= 0 && counts) {
        hits.found(phraseOf[ended], end);
      }
    }
  }

  /** Whether a word may begin after this number of characters. */
  private static boolean begins(char[] recent, int shownBefore) {
    char before = shownBefore == 0 ? ' ' : recent[(shownBefore - 1) & (RECENT - 1)];
    return !Character.isLetterOrDigit(before) && before != '.' && before != '_';
  }

  /** The position of the last character of a sequence such as {@code ESC[31m}. */
  private static int endOfEscape(String text, int escape) {
    int at = escape + 1;
    if (at >= text.length() || text.charAt(at) != '[') {
      return escape;
    }
    do {
      at++;
    } while (at < text.length() && "0123456789;?".indexOf(text.charAt(at)) >= 0);
    return Math.min(at, text.length() - 1);
  }
}
