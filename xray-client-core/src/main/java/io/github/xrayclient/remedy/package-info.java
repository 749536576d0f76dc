/**
 * What can be done about an exception, apart from what went wrong. Begin with {@link
 * io.github.xrayclient.remedy.Remediable}, which exceptions of this library implement. Use it in a
 * program whose users do not write Java, and who therefore cannot follow the advice in the message,
 * such as a call of {@code allowPlainHttp()}:
 *
 * <pre>{@code
 * try {
 *   xray.policies().list();
 * } catch (XrayException e) {
 *   boolean login = e.remedy().filter(r -> r.kind() == Remedy.Kind.RENEW_CREDENTIALS).isPresent();
 *   System.out.println(e.problem() + (login ? "; log in again" : ""));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.remedy;

import org.jspecify.annotations.NullMarked;
