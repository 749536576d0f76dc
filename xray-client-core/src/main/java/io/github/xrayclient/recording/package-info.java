/**
 * Records what a client sent and what the server answered, for a bug report or a test. Begin with
 * {@link io.github.xrayclient.recording.Recorder}:
 *
 * <pre>{@code
 * Recorder recorder = Recorder.to(Path.of("recording")).replacingNames();
 * try (XrayClient xray = XrayClient.builder()
 *     .baseUrl("https://acme.example").credentials(credentials)
 *     .addInterceptor(recorder)
 *     .build()) {
 *   System.out.println(xray.policies().list().size());
 * }
 * }</pre>
 *
 * <p>{@link io.github.xrayclient.recording.Recording} reads the files, and replays them to a client
 * that then needs no server.
 */
@NullMarked
package io.github.xrayclient.recording;

import org.jspecify.annotations.NullMarked;
