package io.dyad.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in one line what an option is for; shown by {@code dyad plugins show} and in errors.
 *
 * @since 0.1
 */
@Documented
@Stable
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Doc {
  /** One line, lower case, without a full stop; names the unit where there is one. */
  String value();
}
