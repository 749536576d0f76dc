package io.github.xrayclient.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How the values of this library are generated: hidden behind their interface, JDK collections. A value
 * that extends {@code Serializable} has {@code @SuppressWarnings("serial")}, which the generated class
 * takes over: nothing is promised about reading serialized values with another version.
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
