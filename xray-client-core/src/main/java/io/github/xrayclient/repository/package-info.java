/**
 * Repositories, their files, their indexing and their scans, as far as a diagnosis of blocked
 * downloads needs them. They can be read, but not changed. Start with {@link
 * io.github.xrayclient.repository.Repositories}.
 *
 * <pre>{@code
 * Repository repository = xray.repositories().get("npm-remote");
 * boolean indexed = repository.xrayIndex().orElse(false);
 * StoredFile file = xray.repositories().file("npm-remote-cache", "left-pad/-/left-pad-1.3.0.tgz");
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.repository;

import org.jspecify.annotations.NullMarked;
