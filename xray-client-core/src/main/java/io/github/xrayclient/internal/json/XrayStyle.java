package io.github.xrayclient.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of generated values: package-private classes behind interfaces, with collections of the
 * JDK. A value that extends {@code Serializable} has {@code @SuppressWarnings("serial")}, which the
 * generated class takes over, since a serialized value can only be read by the version that wrote
 * it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS) // read from core's jar when the sibling modules are compiled
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    depluralize = true,
    depluralizeDictionary = "watch:watches",
    toBuilder = "toBuilder",
    deferCollectionAllocation = true,
    allowedClasspathAnnotations = Override.class,
    defaults = @Value.Immutable(copy = false))
public @interface XrayStyle {}
