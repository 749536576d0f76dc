package io.github.xrayclient.internal.error;

import java.lang.reflect.Constructor;

/**
 * Makes and completes exceptions in ways that callers cannot. It is implemented in the package of the
 * exceptions, which this package cannot name, and therefore loaded by its name.
 */
public abstract class ErrorAccess {
  private static final ErrorAccess ACCESS = load();

  /** The one implementation. */
  public static ErrorAccess get() {
    return ACCESS;
  }

  /** The {@code XrayApiException} for an answer, in the class that belongs to its status. */
  public abstract RuntimeException errorOf(ErrorAnswer answer);

  /**
   * A copy of an {@code XrayApiException} with one more explanation in its message; its cause is the
   * original.
   */
  public abstract <E extends RuntimeException> E explained(E error, String more);

  /** The {@code XrayTransportException} itself, which now says how often the request was tried. */
  public abstract <E extends RuntimeException> E afterAttempts(E failure, int attempts);

  /** A copy of an {@code XrayTimeoutException} that says that the whole call took too long. */
  public abstract <E extends RuntimeException> E ofWholeCall(E timeout);

  private static ErrorAccess load() {
    try {
      Constructor<?> constructor =
          Class.forName("io.github.xrayclient.error.PackageAccess").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (ErrorAccess) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the library is not complete: " + e, e);
    }
  }
}
