package io.github.xrayclient.internal.error;

import io.github.xrayclient.remedy.Remedy;
import java.lang.reflect.Constructor;

/**
 * Creates and completes exceptions in ways that callers cannot. The implementation is in the
 * package of the exceptions. This package cannot use that package, so it loads the implementation
 * by its name.
 */
public abstract class ErrorAccess {
  private static final ErrorAccess ACCESS = load();

  /** The implementation. */
  public static ErrorAccess get() {
    return ACCESS;
  }

  /**
   * Creates the {@code XrayApiException} for an answer, of the class that belongs to its status.
   */
  public abstract RuntimeException errorOf(ErrorAnswer answer);

  /**
   * Creates a copy of an {@code XrayApiException} with one more explanation in its message; the
   * cause is the original.
   */
  public abstract <E extends RuntimeException> E explained(E error, String more);

  /** Like {@link #explained(RuntimeException, String)}, with what can be done about the error. */
  public abstract <E extends RuntimeException> E explained(E error, String more, Remedy remedy);

  /** Sets the number of attempts of an {@code XrayTransportException} and returns it. */
  public abstract <E extends RuntimeException> E afterAttempts(E failure, int attempts);

  /** Creates a copy of an {@code XrayTimeoutException} for the time limit of a whole call. */
  public abstract <E extends RuntimeException> E ofWholeCall(E timeout);

  private static ErrorAccess load() {
    try {
      Constructor<?> constructor =
          Class.forName("io.github.xrayclient.error.PackageAccess").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (ErrorAccess) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "a class of this library is missing or broken; check the class path: " + e, e);
    }
  }
}
