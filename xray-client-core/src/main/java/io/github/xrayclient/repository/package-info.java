/** Repositories, as far as a diagnosis needs them; read only. */
@NullMarked
package io.github.xrayclient.repository;

import org.jspecify.annotations.NullMarked;
