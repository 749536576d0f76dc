package io.github.xrayclient.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets {@link PutBodyCheck} pass a field that the test sends on purpose. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CarriesExtra {
  /** Its name. */
  String value();
}
