package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.DataException;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;

/** Anchors are the logits that learn; keys, of other views, are those that teach. */
final class PseudoLabel implements Loss {
  private final PseudoLabelOptions options;
  private final PseudoLabelEquation equation;
  private final String name;

  PseudoLabel(PseudoLabelOptions options, PseudoLabelEquation equation, String name) {
    this.options = options;
    this.equation = equation;
    this.name = name;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).target(options.target());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<Rows> students = new ArrayList<>();
    List<Rows> teachers = new ArrayList<>();
    List<long[]> matched = new ArrayList<>();
    for (Contrast contrast : pairs.contrasts()) {
      for (Rows student : contrast.anchors()) {
        for (Rows teacher : contrast.keys()) {
          if (!student.view().equals(teacher.view())) {
            matched.add(new long[] {place(student, students), place(teacher, teachers)});
          }
        }
      }
    }
    if (matched.isEmpty()) {
      throw new ConfigurationException(
          name + ": pseudo-label needs a view and another one; set pairs = network-views");
    }
    PseudoLabelEquation.Terms terms =
        equation.terms(
            rows(encoded, students),
            rows(encoded, teachers),
            matched.stream().mapToLong(pair -> pair[0]).toArray(),
            matched.stream().mapToLong(pair -> pair[1]).toArray(),
            counts(encoded.get(students.get(0)), context),
            encoded.batch().targets().get(options.target()),
            new PseudoLabelEquation.Constants(
                options.studentTemperature(),
                options.teacherTemperature(context.progress().epoch()),
                options.countsPower()));
    return LossValue.of(total(terms))
        .term("cross-view", terms.crossView())
        .term("distribution", terms.distribution())
        .term("supervised", terms.supervised());
  }

  /** Returns where an address stands in a list, at the end if it was not there. */
  private static long place(Rows rows, List<Rows> all) {
    if (!all.contains(rows)) {
      all.add(rows);
    }
    return all.indexOf(rows);
  }

  private static NDList rows(Encoded encoded, List<Rows> addresses) {
    return new NDList(addresses.stream().map(encoded::get).toList());
  }

  private NDArray counts(NDArray logits, StepContext context) {
    Shape classes = logits.getShape().slice(1);
    NDArray counts =
        context
            .find(options.counts())
            .orElseGet(() -> context.manager().ones(classes, logits.getDataType()));
    if (!counts.getShape().equals(classes)) {
      throw new DataException(
          "%s: there are class counts of shape %s, but logits of shape %s a sample; set as many classes in both places"
              .formatted(name, counts.getShape(), classes));
    }
    return counts.toType(logits.getDataType(), false);
  }

  private NDArray total(PseudoLabelEquation.Terms terms) {
    NDArray one = terms.crossView();
    NDArray own = one.add(terms.distribution().mul(Scalars.of(one, options.distributionWeight())));
    return own.mul(Scalars.of(one, 1 - options.supervisedWeight()))
        .add(terms.supervised().mul(Scalars.of(one, options.supervisedWeight())));
  }
}
