package io.github.xrayclient.internal.auth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a client logs in: with headers that never change, with tokens of a supplier, or with tokens
 * for which the platform exchanges id tokens. Immutable.
 */
public final class Login {
  /** Implemented by the public class of credentials, which hides its login from callers. */
  public interface Owner {
    Login login();
  }

  private final String kind;
  private final Object secret;
  private final Optional<String> user;
  private final Optional<String> scope;
  private final Function<LoginContext, Grants> grants;

  /**
   * @param secret an object that is equal for equal credentials
   */
  private Login(String kind, Object secret, Function<LoginContext, Grants> grants) {
    this(kind, secret, Map.of(), grants);
  }

  private Login(
      String kind,
      Object secret,
      Map<String, String> headers,
      Function<LoginContext, Grants> grants) {
    this.kind = kind;
    this.user = UserName.in(headers);
    this.scope = UserName.scopeIn(headers);
    this.secret = secret;
    this.grants = grants;
  }

  /** Creates a login with headers that never change; empty to send none. */
  public static Login fixed(String kind, Map<String, String> headers) {
    return new Login(kind, headers, headers, context -> {
      context.redactor.remember(headers);
      return Grants.fixed(Grant.of(headers, null));
    });
  }

  /**
   * Creates a login with tokens of a supplier.
   *
   * @param secret an object that is equal for equal suppliers
   */
  public static Login refreshing(String kind, Object secret, Supplier<@Nullable Grant> tokens) {
    return new Login(kind, secret, context -> new TokenCache(new SuppliedTokens(tokens), context));
  }

  /**
   * Creates a login with a token that each client uses until it has expired or is refused, and with
   * other headers afterwards.
   */
  public static Login firstThen(String kind, Grant first, Map<String, String> then) {
    return new Login(kind, List.of(first.headers(), then), context -> {
      context.redactor.remember(then);
      AtomicBoolean firstUsed = new AtomicBoolean();
      return new TokenCache(
          new SuppliedTokens(() -> firstUsed.getAndSet(true) ? Grant.of(then, null) : first),
          context);
    });
  }

  /** Creates a login with id tokens, which are exchanged for access tokens. */
  public static Login oidc(OidcRequest request) {
    return new Login(
        request.toString(),
        request,
        context -> new TokenCache(new ExchangedTokens(request, context), context));
  }

  /** Returns the login of public credentials. */
  public static Login of(Object credentials) {
    return ((Owner) credentials).login();
  }

  /** The name of the user; empty unless headers that never change contain it. */
  public Optional<String> user() {
    return user;
  }

  /** The scope of the token; empty unless headers that never change contain it. */
  public Optional<String> scope() {
    return scope;
  }

  /** Returns the grants of this login for one client. */
  public Grants grants(LoginContext context) {
    return grants.apply(context);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Login
        && kind.equals(((Login) other).kind)
        && secret.equals(((Login) other).secret);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, secret);
  }

  /** The kind of login, without the secret. */
  @Override
  public String toString() {
    return kind;
  }
}
