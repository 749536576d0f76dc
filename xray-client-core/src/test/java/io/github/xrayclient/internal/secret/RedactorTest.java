package io.github.xrayclient.internal.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.internal.auth.SecretText;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static Redactor of(Map<String, String> headers) {
    Redactor redactor = new Redactor();
    redactor.remember(headers);
    return redactor;
  }

  private static Redactor bearer(String token) {
    return of(SecretText.tokenHeader(token));
  }

  private static Redactor password(String password) {
    return of(SecretText.basicHeader("admin", password));
  }

  @Nested
  class Hides {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.secret.Spellings#names")
    void everySpelling(String name) {
      String token = "a/b+c\"d'e&f<g>h=i%j\\k-._~";

      String text = "got " + Spellings.of(name, token) + " back";

      assertThat(bearer(token).redact(text)).isEqualTo("got *** back");
    }

    @Test
    void everyPlaceWhereItStands() {
      assertThat(bearer("s3cr3t-Marker").redact("s3cr3t-Markers3cr3t-Marker, s3cr3t-Marker!"))
          .isEqualTo("***, ***!");
    }

    @Test
    void passwordsWithLettersOfOtherLanguagesHoweverTheBytesAreRead() {
      String password = "pässwörd-€-x";
      for (String text : new String[] {
        password,
        new String(password.getBytes(UTF_8), ISO_8859_1),
        new String(password.getBytes(ISO_8859_1), UTF_8),
        "p%C3%A4ssw%C3%B6rd-%E2%82%AC-x",
        "p\\u00e4ssw\\u00f6rd-\\u20ac-x",
        "p&#228;ssw&#xF6;rd-&#8364;-x"
      }) {
        assertThat(password(password).redact(text)).isEqualTo("***");
      }
    }

    @Test
    void passwordsWithBlanksWhateverTheBlanksBecome() {
      Redactor redactor = password("my pass 1");

      assertThat(redactor.redact("x my pass 1 y")).isEqualTo("x *** y");
      assertThat(redactor.redact("x my+pass+1 y")).isEqualTo("x *** y");
      assertThat(redactor.redact("x my%20pass%201 y")).isEqualTo("x *** y");
      assertThat(redactor.redact("x my\n pass\n 1 y")).isEqualTo("x *** y");
      assertThat(redactor.redact("x mypass1 y")).isEqualTo("x mypass1 y");
    }

    @Test
    void textsInUtf16() {
      String token = "s3cr3t-Marker";

      assertThat(bearer(token).redact(new String(token.getBytes(UTF_16LE), UTF_8)))
          .doesNotContain("3");
      assertThat(bearer(token).redact(new String(token.getBytes(UTF_16BE), UTF_8)))
          .doesNotContain("3");
    }

    @Test
    void theBase64OfAnythingAroundIt() {
      String token = "s3cr3t-Marker-4711";
      for (String before : new String[] {"", "u:", "me:", "Bearer ", "user:"}) {
        for (String after : new String[] {"", "!", "\r\n", "..."}) {
          byte[] bytes = (before + token + after).getBytes(UTF_8);
          String code = Base64.getEncoder().encodeToString(bytes);

          String shown = bearer(token).redact("<" + code + ">");

          assertThat(shown).contains("***").hasSizeLessThan(30);
        }
      }
    }

    @Test
    void tokensThatLookLikeEscapes() {
      for (String token :
          new String[] {"%41%2541abc\\u0041defgh", "\\u0041&amp;amp;x", "&#65;&lt;%25xx"}) {
        assertThat(bearer(token).redact("a " + token + " b")).isEqualTo("a *** b");
        assertThat(bearer(token).redact("a " + token.replace("\\", "\\\\") + " b"))
            .matches("a \\\\?\\*\\*\\* b");
        assertThat(bearer(token).redact("a " + token.replace("%", "%25") + " b"))
            .isEqualTo("a *** b");
        assertThat(bearer(token).redact("a " + token.replace("&", "&amp;") + " b"))
            .isEqualTo("a *** b");
      }
    }

    @Test
    void earlierTokensThatWereHandedOut() {
      Redactor redactor = new Redactor();
      for (int i = 100; i < 150; i++) {
        redactor.remember(SecretText.tokenHeader("rotating-token-" + i));
      }

      assertThat(redactor.redact("rotating-token-100 rotating-token-149")).isEqualTo("*** ***");
    }

    @Test
    void whatTheCallerSendsToAProxy() {
      Redactor redactor = new Redactor();
      redactor.remember(Map.of("Proxy-Authorization", "basic not/base64!"));
      redactor.remember(Map.of("Cookie", "ACCESSTOKEN=abcdefgh; b=c"));

      assertThat(redactor.redact("not/base64! ACCESSTOKEN=abcdefgh; b=c"))
          .isEqualTo("*** ACCESSTOKEN=***; b=c");
    }
  }

  @Nested
  class Cut {
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    @Test
    void atTheEndIsHidden() {
      for (int length = 8; length < TOKEN.length(); length++) {
        assertThat(bearer(TOKEN).redact("bad token " + TOKEN.substring(0, length)))
            .isEqualTo("bad token ***");
      }
    }

    @Test
    void inTheMiddleOfAnEscapeIsHidden() {
      String token = "abcdefgh/ijk";
      for (String rest :
          new String[] {"\\", "\\u", "\\u00", "\\u002", "%", "%2", "&", "&#x", "&#4"}) {
        assertThat(bearer(token).redact("x abcdefgh" + rest)).isEqualTo("x ***" + rest);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "…"})
    void byOthersIsHidden(String sign) {
      assertThat(bearer(TOKEN).redact("'" + TOKEN.substring(0, 9) + sign + "' x"))
          .isEqualTo("'***" + sign + "' x");
      assertThat(bearer(TOKEN).redact("'" + TOKEN.substring(0, 16) + "' x")).isEqualTo("'***' x");
    }

    @Test
    void textsShowNoPartOfIt() {
      String text = "x".repeat(90) + TOKEN + "y";
      for (int length = 60; length < 160; length++) {
        String shown = bearer(TOKEN).redactStart(text, length);

        assertThat(shown).doesNotContain("eyJ").hasSizeLessThanOrEqualTo(length + 1);
      }
    }

    @Test
    void aChanceIsNotHidden() {
      assertThat(password("password-1234567890").redact("the password is wrong: passwor"))
          .isEqualTo("the password is wrong: passwor");
    }
  }

  @Nested
  class ShortSecrets {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "Authorization: Bearer abc|Authorization: Bearer ***",
          "authorization=abc|authorization=***",
          "Basic abc, x|Basic ***, x",
          "{\"password\" : \"abc\"}|{\"password\" : \"***\"}",
          "wrong password 'abc'|wrong password '***'",
          "the password is abc|the password is ***",
          "?access_token=abc&x=abc|?access_token=***&x=abc",
          "%3Ftoken%3Dabc%26|%3Ftoken%3D***%26",
          "X-JFrog-Art-Api: abc|X-JFrog-Art-Api: ***",
          "API key abc|API key ***",
          "TOKEN&#61;abc|TOKEN&#61;***",
          "abc|abc",
          "abc token abcd|abc token abcd",
          "tokenabc|tokenabc",
          "package abc 1.0|package abc 1.0"
        })
    void secretsAreHiddenBehindWordsOnly(String text, String shown) {
      assertThat(password("abc").redact(text)).isEqualTo(shown);
      assertThat(bearer("abc").redact(text)).isEqualTo(shown);
      assertThat(of(SecretText.keyHeader("abc")).redact(text)).isEqualTo(shown);
    }

    @Test
    void passwordsAreHiddenInBase64() {
      Redactor redactor = password("abc");

      assertThat(redactor.redact("got YWRtaW46YWJj back")).isEqualTo("got *** back");
      assertThat(of(SecretText.basicHeader("a", "b")).redact("Basic YTpi, YTpi"))
          .isEqualTo("Basic ***, YTpi");
    }

    @Test
    void isEverythingBelowEightCharacters() {
      assertThat(password("1234567").redact("1234567")).isEqualTo("1234567");
      assertThat(password("12345678").redact("12345678")).isEqualTo("***");
    }
  }

  @Nested
  class Keeps {
    @Test
    void userNames() {
      Redactor redactor = of(SecretText.basicHeader("release-admin", "s3cr3t-Marker"));

      assertThat(redactor.redact("user release-admin with s3cr3t-Marker"))
          .isEqualTo("user release-admin with ***");
    }

    @Test
    void userNamesThatAreThePasswordAsWell() {
      Redactor redactor = of(SecretText.basicHeader("release-admin", "release-admin"));

      assertThat(redactor.redact("user release-admin, password release-admin"))
          .isEqualTo("user release-admin, password ***");
    }

    @Test
    void textsWithoutASecretAsTheyAre() {
      String text = "50% of \\u0041 &amp; <b>&#65</b> %zz \\";

      assertThat(bearer("s3cr3t-Marker").redact(text)).isSameAs(text);
      assertThat(new Redactor().redact(text)).isSameAs(text);
    }
  }

  @Nested
  class Addresses {
    @Test
    void stayAddresses() {
      Redactor redactor = bearer("s3cr3t-Marker");

      assertThat(
              redactor.redact(URI.create("https://a.example/x;t=s3cr3t-Marker?s3cr3t%2DMarker#y")))
          .isEqualTo(URI.create("https://a.example/x;t=***?***#y"));
      assertThat(redactor.redact(URI.create("https://s3cr3t-Marker@a.example/x")))
          .isEqualTo(URI.create("https://***@a.example/x"));
    }

    @Test
    void areTheSameWithoutASecret() {
      URI address = URI.create("https://a.example/x");

      assertThat(bearer("s3cr3t-Marker").redact(address)).isSameAs(address);
    }
  }

  /** Far below what a search that begins again after each mismatch would take: hours. */
  @Nested
  @Timeout(20)
  class TakesLinearTime {
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\\\", "%25", "&amp;", "<", "&#", "a "})
    void forTextsMadeToBeSlow(String part) {
      String token = "a".repeat(4_095) + "b";
      String text = part.repeat((1 << 20) / part.length()) + "b";

      assertThat(bearer(token).redact(text)).hasSizeLessThanOrEqualTo(text.length());
    }

    @Test
    void forTokensThatAreEverywhere() {
      String text = "abababab".repeat(1 << 17);

      assertThat(bearer("ab".repeat(2_048)).redact(text)).isEqualTo("***");
    }
  }
}
