package io.dyad.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value an option takes when the configuration does not name it, written as in a configuration
 * file: {@code "0.5"}, {@code "[512, 128]"}, {@code "{}"} for a nested record of defaults. An
 * option without a default is required, unless its type is {@link java.util.Optional}.
 *
 * @since 0.1
 */
@Documented
@Stable
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
  /** The value in HOCON. */
  String value();
}
