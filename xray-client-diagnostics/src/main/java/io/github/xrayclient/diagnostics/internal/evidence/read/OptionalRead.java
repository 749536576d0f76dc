package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.internal.call.FailureReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of read request that an explanation can do without. Results are cached, and so are
 * failures. After a failure that would repeat, such as a missing permission or a server that does
 * not respond, no further request of this kind is sent. Not thread-safe.
 *
 * @param <Q> the type of the object that is asked about
 * @param <A> the type of the result
 */
public final class OptionalRead<Q, A> {
  /** The statuses with which servers answer that an object does not exist. */
  private static final Set<Integer> NOT_FOUND = Set.of(400, 404);

  private final Function<Q, A> request;
  private final Set<Integer> lasting; // the statuses after which every request would fail
  private final Map<Q, Answer<A>> answers = new HashMap<>();
  private final int most;
  private int left;
  private @Nullable String end;

  private OptionalRead(Function<Q, A> request, Set<Integer> lasting, int most) {
    this.request = request;
    this.lasting = lasting;
    this.most = most;
    this.left = most;
  }

  /** A read for which all questions need the same permission, limited to a number of requests. */
  public static <Q, A> OptionalRead<Q, A> of(Function<Q, A> request, int most) {
    return new OptionalRead<>(request, Set.of(401, 403, 405), most);
  }

  /** A read for which the permission may differ between questions, limited to a number of requests. */
  public static <Q, A> OptionalRead<Q, A> ofEach(Function<Q, A> request, int most) {
    return new OptionalRead<>(request, Set.of(401, 405), most);
  }

  /**
   * A read of an endpoint that does not depend on the question, so that a server that answers 404
   * does not have it. All questions need the same permission.
   */
  public static <Q, A> OptionalRead<Q, A> ofEndpoint(Function<Q, A> request, int most) {
    return new OptionalRead<>(request, Set.of(401, 403, 404, 405), most);
  }

  public Answer<A> ask(Q question) {
    Answer<A> known = answers.get(question);
    if (known == null) {
      known = fresh(question);
      answers.put(question, known);
    }
    return known;
  }

  private Answer<A> fresh(Q question) {
    if (end != null) {
      return Answer.none(end);
    }
    if (left == 0) {
      return Answer.none("one call makes at most " + most
          + " requests of this kind; ask about the rest in another call");
    }
    left--;
    try {
      return Answer.of(request.apply(question));
    } catch (XrayException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      String reason = FailureReason.of(e);
      end = isFinal(e) ? reason : null;
      return new Answer<>(Optional.empty(), reason, isNotFound(e), isOutage(e));
    } catch (IllegalArgumentException unsendable) { // a name from a text may be invalid
      return Answer.none(String.valueOf(unsendable.getMessage()));
    }
  }

  private static boolean isOutage(XrayException e) {
    return e instanceof XrayApiException
        ? ((XrayApiException) e).statusCode() >= 500
        : e instanceof XrayTransportException && ((XrayTransportException) e).isRequestSent();
  }

  private static boolean isNotFound(XrayException e) {
    return e instanceof XrayApiException && NOT_FOUND.contains(((XrayApiException) e).statusCode());
  }

  private boolean isFinal(XrayException e) {
    return !(e instanceof XrayApiException)
        || lasting.contains(((XrayApiException) e).statusCode());
  }

  /** A result, or the reason why there is none. Immutable. */
  public static final class Answer<A> {
    private final Optional<A> value;
    private final String problem;
    private final boolean notFound;
    private final boolean outage;

    private Answer(Optional<A> value, String problem, boolean notFound, boolean outage) {
      this.value = value;
      this.problem = problem;
      this.notFound = notFound;
      this.outage = outage;
    }

    public static <A> Answer<A> of(A value) {
      return new Answer<>(Optional.of(value), "", false, false);
    }

    public static <A> Answer<A> none(String problem) {
      return new Answer<>(Optional.empty(), problem, false, false);
    }

    public Optional<A> value() {
      return value;
    }

    /**
     * Whether the server answered 400 or 404: the object does not exist, or the credentials may not
     * see it.
     */
    public boolean isNotFound() {
      return notFound;
    }

    /** Whether the request was sent, but the server did not answer, or answered 500 or above. */
    public boolean isOutage() {
      return outage;
    }

    /** Why there is no value, as a clause without a full stop. */
    public String problem() {
      return problem;
    }
  }
}
