package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.Timestamp;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;

/**
 * The order in which a server created objects of one kind, as far as it can be known. Ids that are
 * numbers are given in this order. Other ids, such as those of ignore rules, are random; then the
 * time of creation decides, and the id only if the times are equal.
 */
public final class CreationOrder {
  /** Orders objects. */
  public static final Comparator<StoredObject> OF_OBJECTS = Comparator.comparing(
          StoredObject::id, CreationOrder::byNumber)
      .thenComparing(CreationOrder::created)
      .thenComparing(StoredObject::id);

  /** Orders ids of which nothing else is known. */
  public static final Comparator<String> OF_IDS =
      ((Comparator<String>) CreationOrder::byNumber).thenComparing(Comparator.naturalOrder());

  private CreationOrder() {}

  /** Compares numbers by their values, and puts them before other texts. */
  private static int byNumber(String first, String second) {
    boolean isFirst = isNumber(first);
    boolean isSecond = isNumber(second);
    return isFirst && isSecond
        ? new BigInteger(first).compareTo(new BigInteger(second))
        : Boolean.compare(isSecond, isFirst);
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty() && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static Instant created(StoredObject object) {
    JsonNode time = object.received().path("created");
    return Timestamp.of(time.asText(object.received().path("created_at").asText()))
        .toInstant()
        .orElse(Instant.MAX);
  }
}
