package io.dyad.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values a number may take, as an interval: {@code "(0, inf)"}, {@code "[0, 1)"}, {@code "[1,
 * inf)"}. On a list it holds for every element. NaN is always outside.
 *
 * @since 0.1
 */
@Documented
@Stable
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bound {
  /** The interval; a round bracket leaves the end out. */
  String value();
}
