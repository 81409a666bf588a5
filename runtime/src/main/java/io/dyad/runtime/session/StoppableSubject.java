package io.dyad.runtime.session;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Context;
import io.dyad.api.Network;
import io.dyad.api.View;
import io.dyad.runtime.evaluation.Subject;
import io.dyad.runtime.training.StopRequest;

/** A subject whose evaluation ends, when it was asked to, before the next samples are embedded. */
record StoppableSubject(Subject subject, StopRequest stop) implements Subject {
  @Override
  public Network network(String name) {
    stop.check();
    return subject.network(name);
  }

  @Override
  public NDArray embed(String output, View view, Context context) {
    stop.check();
    return subject.embed(output, view, context);
  }
}
