package io.dyad.contrast.mvinfonce;

/** Which of the two published forms is taken; they differ in the denominator. */
public enum MvInfoNceForm {
  /** As released: other samples of the same view are negatives, too. */
  CODE,
  /** As printed: the denominator has other views only. */
  AS_PRINTED
}
