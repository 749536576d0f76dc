package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class ApiTextTest {
  @Test
  void showsTypesArgumentsAndNullness() {
    assertThat(lines(Shelf.class))
        .containsExactly(
            "static abstract class ApiTextTest.Shelf<K extends Comparable<K>>"
                + " implements java.util.Comparator<K>",
            "  protected new ApiTextTest.Shelf(@Nullable String name)",
            "  static final int SIZE",
            "  abstract <T extends Number & Comparable<T>> java.util.Map<K, ? super T>"
                + " find(java.util.List<? extends @Nullable T> from, long... places)"
                + " throws java.io.IOException",
            "  String @Nullable [] names()");
  }

  @Test
  void showsMembersOfHiddenSupertypesAsOwn() {
    assertThat(lines(Box.class))
        .containsExactly(
            "static final class ApiTextTest.Box",
            "  ApiTextTest.Box with(java.util.List<ApiTextTest.Box> others)");
  }

  @Test
  void namesSupertypesThatCallersCanName() {
    assertThat(lines(Tray.class))
        .containsExactly(
            "static abstract class ApiTextTest.Tray extends ApiTextTest.Shelf<String>"
                + " implements ApiTextTest.Lid",
            "  new ApiTextTest.Tray()");
  }

  @Test
  void showsConstantsInTheirOrder() {
    assertThat(lines(Size.class)).containsExactly("enum ApiTextTest.Size", "  SMALL", "  LARGE");
  }

  @Test
  void tellsDefaultMethodsFromOthers() {
    assertThat(lines(Lid.class))
        .containsExactly(
            "interface ApiTextTest.Lid", "  default void close()", "  boolean isOpen()");
  }

  private static List<String> lines(Class<?> type) {
    return new ApiText(type).lines();
  }

  public abstract static class Shelf<K extends Comparable<K>> implements Comparator<K> {
    public static final int SIZE = 3;

    protected Shelf(@Nullable String name) {}

    public abstract <T extends Number & Comparable<T>> Map<K, ? super T> find(
        List<? extends @Nullable T> from, long... places) throws IOException;

    public String @Nullable [] names() {
      return null;
    }

    void hidden() {}
  }

  abstract static class Base<S> {
    public S with(List<S> others) {
      return others.get(0);
    }
  }

  public static final class Box extends Base<Box> {
    Box() {}
  }

  public abstract static class Tray extends Shelf<String> implements Lid {
    public Tray() {
      super("tray");
    }
  }

  public enum Size {
    SMALL,
    LARGE
  }

  public interface Lid {
    boolean isOpen();

    default void close() {
      assertThat(Arrays.asList(Size.values())).isNotEmpty();
    }
  }
}
