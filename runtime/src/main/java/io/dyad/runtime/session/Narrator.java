package io.dyad.runtime.session;

import io.dyad.api.Progress;

/** Tells a person how the work goes. */
public interface Narrator {
  /** Says what begins now. */
  void say(String line);

  /** Shows that training begins. */
  void trainingStarts(Progress progress);

  /** Shows that a step was made, with the last known loss. */
  void stepped(Progress progress, double loss);

  /** Shows that training ended. */
  void trainingEnds();
}
