package io.github.xrayclient.diagnostics.internal.migration.content;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Transcribes text into ASCII characters where that can be read: letters lose their accents, and
 * Greek and Cyrillic letters become Latin ones. The result is the same on every system and every
 * JDK.
 */
public final class AsciiText {
  /** Letters in lower case and what they become. Letters with accents are decomposed before. */
  private static final Map<Character, String> LETTERS = Arrays.stream((""
              + "ß=ss æ=ae œ=oe ø=o đ=d ð=d ł=l þ=th ı=i ħ=h ŋ=ng ŧ=t ə=e –=- —=- "
              + "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t"
              + " υ=y φ=f χ=ch ψ=ps ω=o "
              + "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"
              + " х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
              + " і=i є=ye ґ=g ј=j љ=lj њ=nj ђ=dj ћ=c џ=dz ѕ=dz")
          .split(" "))
      .collect(Collectors.toMap(entry -> entry.charAt(0), entry -> entry.substring(2)));

  /** The range of marks in Unicode that every JDK knows completely. */
  private static final char FIRST_MARK = '\u0300';

  private static final char LAST_MARK = '\u036f';

  private AsciiText() {}

  /** The transcribed text. Characters that have no transcription are still in it. */
  public static String of(String text) {
    StringBuilder ascii = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      if (c < FIRST_MARK || c > LAST_MARK) {
        ascii.append(transcribed(c));
      }
    }
    return ascii.toString();
  }

  private static String transcribed(char c) {
    char lower = Character.toLowerCase(c);
    String letters = LETTERS.getOrDefault(lower, String.valueOf(c));
    return lower == c || letters.isEmpty() || !LETTERS.containsKey(lower)
        ? letters
        : Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
  }
}
