/**
 * The servers that environment variables and JFrog CLI know. Start with {@link
 * io.github.xrayclient.server.KnownServers}.
 *
 * <pre>{@code
 * KnownServers servers = KnownServers.of(System.getenv());
 * servers.all().forEach(server -> System.out.println(server.name() + " " + server.url()));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.server;

import org.jspecify.annotations.NullMarked;
