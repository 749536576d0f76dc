package io.github.xrayclient.recording;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.recording.ExchangeJson;
import io.github.xrayclient.internal.recording.NameReplacement;
import io.github.xrayclient.internal.recording.RecordingFolder;
import io.github.xrayclient.internal.recording.ShownText;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that writes each exchange into a file, which can be attached to a bug report and
 * replayed by a {@link Recording}. Give it to a client by {@code addInterceptor(..)}, after all
 * other interceptors, so that it sees what they changed. Several clients can share a recorder.
 * Thread-safe.
 *
 * <p><b>What is recorded.</b> Each attempt is one exchange: a retry and a redirect are exchanges of
 * their own, while a request that is repeated with a new token after a 401 is one. Of the headers,
 * only a few that contain no secrets are recorded, such as {@code Content-Type}. A body is recorded
 * as JSON or as text in UTF-8. Of other bodies only the size is recorded, and nothing of what was
 * downloaded to a file. If no answer came, the failure is recorded.
 *
 * <p><b>Secrets</b> are always hidden: the credentials of the client in every spelling that {@code
 * XrayClient.redact(..)} knows, the values of fields and parameters whose names say that they are
 * secret, such as {@code password} and {@code access_token}, and texts with the form of a token or
 * a private key. Nevertheless look through the files before you publish them.
 *
 * <p><b>Names</b> are kept unless {@link #replacingNames} is called.
 *
 * <p>A file that cannot be written does not affect the call. It is logged as a warning by the
 * logger {@code io.github.xrayclient}, and {@link #problems()} returns it.
 */
public final class Recorder implements Interceptor {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");
  private static final int MOST_OF_BODY = 2 << 20;
  private static final int MOST_PROBLEMS = 100;

  private final Path directory;
  private final @Nullable List<String> keptNames;
  private final int mostOfBody;
  private final Consumer<IOException> onProblem;
  private final ShownText shown;
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<IOException> problems = new ArrayList<>(); // guarded by itself

  private Recorder(
      Path directory,
      @Nullable List<String> keptNames,
      int mostOfBody,
      Consumer<IOException> onProblem) {
    this.directory = directory;
    this.keptNames = keptNames;
    this.mostOfBody = mostOfBody;
    this.onProblem = onProblem;
    this.shown = new ShownText(keptNames == null ? null : new NameReplacement(keptNames));
  }

  /**
   * Creates a recorder that keeps names. The directory is created with the first file.
   *
   * @param directory a new directory, or an empty one
   * @throws IllegalArgumentException if this is a file, or a directory that is not empty or cannot
   *     be read
   */
  public static Recorder to(Path directory) {
    RecordingFolder.checkNew(Objects.requireNonNull(directory, "directory"));
    return new Recorder(directory, null, MOST_OF_BODY, Recorder::log);
  }

  /**
   * Returns a new recorder that also replaces names in paths, queries, headers and bodies: of
   * hosts, repositories, projects, watches, policies, users, groups, packages and of everything
   * else.
   *
   * <p>It replaces every word, such as {@code acme} by {@code alias1}, except for the words of the
   * server's API and messages, common English words, numbers, times, hashes and single letters. The
   * same word has the same replacement in all files, so paths, patterns and references still fit
   * together. A name that consists only of such words, such as {@code libs-release-local}, is kept.
   * IP addresses are replaced by others.
   *
   * @param kept names that are kept, such as the name of a public package
   */
  public Recorder replacingNames(String... kept) {
    return new Recorder(directory, Arguments.elements("kept", kept), mostOfBody, onProblem);
  }

  /**
   * Returns a new recorder with another limit for the size of a body in bytes; the default is 2
   * MiB. A larger body is cut and recorded as text, so that it cannot be replayed.
   *
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Recorder maxBodyBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxBodyBytes must be at least 1, but was " + bytes);
    }
    return new Recorder(directory, keptNames, bytes, onProblem);
  }

  /**
   * Returns a new recorder that reports each exchange that it could not record to this function
   * instead of logging it. An exception that the function throws is logged.
   */
  public Recorder onProblem(Consumer<IOException> listener) {
    return new Recorder(
        directory, keptNames, mostOfBody, Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Returns a text as this recorder would write it: without secrets, and with the same names
   * replaced. Use it for a log that belongs to the recording.
   */
  public String shown(String text) {
    return shown.of(Objects.requireNonNull(text, "text"));
  }

  /** The first 100 exchanges that could not be recorded, each with the file and the reason. */
  public List<IOException> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }

  /** Records for a client. Only a client calls this method. */
  @Override
  public Interceptor forClient(UnaryOperator<String> redact) {
    shown.addClient(Objects.requireNonNull(redact, "redact"));
    return this::sendAndRecord;
  }

  /**
   * Sends the request without recording it, since the credentials of the client are not known here.
   * A client that has this recorder as its interceptor uses {@link #forClient} instead.
   */
  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(next, "next");
    report(new IOException("an exchange was not recorded, since its secrets could not be hidden;"
        + " give the recorder itself to addInterceptor(..), not a part of another interceptor"));
    return next.send(request);
  }

  private ApiResponse sendAndRecord(ApiRequest request, Transport next) {
    int number = numbers.incrementAndGet();
    Instant startedAt = Instant.now();
    long begin = System.nanoTime();
    ApiResponse answer;
    try {
      answer = next.send(request);
    } catch (RuntimeException e) {
      write(number, request, startedAt, begin, json -> json.failure(e));
      throw e;
    }
    write(number, request, startedAt, begin, json -> json.response(answer));
    return answer;
  }

  /** Writes one exchange at a time, which also limits the memory that this takes. */
  private void write(
      int number,
      ApiRequest request,
      Instant startedAt,
      long begin,
      Consumer<ExchangeJson> outcome) {
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    boolean interrupted = Thread.interrupted(); // the interrupt would end the writing of the file
    try {
      synchronized (shown) {
        ExchangeJson json = new ExchangeJson(shown, mostOfBody)
            .about(number, startedAt, duration, request.attempt())
            .request(request);
        outcome.accept(json);
        Path file = directory.resolve(RecordingFolder.fileName(number, request, shown));
        RecordingFolder.write(file, json.text());
      }
    } catch (IOException | RuntimeException e) {
      report(new IOException(
          "exchange " + number + " could not be recorded in " + directory + ": " + e, e));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void report(IOException problem) {
    synchronized (problems) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(problem);
      }
    }
    try {
      onProblem.accept(problem);
    } catch (RuntimeException e) {
      problem.addSuppressed(e);
      log(problem);
    }
  }

  private static void log(IOException problem) {
    LOG.log(Level.WARNING, problem.getMessage(), problem);
  }
}
