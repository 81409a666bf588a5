package io.dyad.runtime.options;

/**
 * What there is to know about an option.
 *
 * @param name its key
 * @param type what it takes, in words
 * @param fallback its default in HOCON, or an empty string
 * @param bound the interval of its numbers, or an empty string
 * @param doc one line
 * @param required whether a configuration must name it
 */
public record OptionDoc(
    String name, String type, String fallback, String bound, String doc, boolean required) {}
