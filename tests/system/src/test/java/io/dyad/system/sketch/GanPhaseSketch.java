package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Training;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.SequenceView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;

/**
 * Phase two of a text-to-image method (SSA-GAN) with label-guided contrast: critic, penalty and
 * generator take turns; text and image encoders are frozen networks. The generator is a network
 * that reads a caption with its noise.
 */
final class GanPhaseSketch {
  private GanPhaseSketch() {}

  /** A picture and two captions of it, each with the noise that its fake starts from. */
  static final class CaptionsWithNoise implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      CompositeView samples = (CompositeView) batch.samples();
      Shape noise = new Shape(batch.size(), 100);
      return Views.of(
          List.of(
              TaggedView.of("image", samples.part("image"), batch.targets()),
              caption("caption-1", samples, context.draws().normal("noise-1", noise), batch),
              caption("caption-2", samples, context.draws().normal("noise-2", noise), batch)));
    }

    private static TaggedView caption(
        String name, CompositeView samples, NDArray noise, Batch batch) {
      SequenceView words = (SequenceView) samples.part(name);
      CompositeView view = CompositeView.of("words", words).and("noise", TensorView.of(noise));
      return TaggedView.of(name, view, batch.targets());
    }
  }

  static final class TakingTurns implements Procedure {
    @Override
    public Stage first() {
      return Stage.named("gan");
    }

    @Override
    public void step(Batch batch, Training training) {
      Encoded encoded = training.encode(batch);
      training.optimise("critic", encoded);
      training.optimise("penalty", encoded);
      training.optimise("generator", encoded);
    }
  }

  /** Hinge of the critic: real, fake and mismatched captions. */
  static final class CriticHinge implements Loss {
    private final Network critic;

    CriticHinge(Setup setup) {
      critic = setup.network("critic");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray sentence = encoded.get(Rows.of("caption-1", "sentence").network("text"));
      NDArray fake = encoded.get(Rows.of("caption-1", "image").network("generator"));
      NDArray image = ((TensorView) encoded.views().get("image").view()).tensor();
      NDArray next = NDArrays.concat(new NDList(sentence.get("1:"), sentence.get(":1")));
      NDArray real = score(critic, image, sentence, context).neg().add(1).maximum(0).mean();
      NDArray made = score(critic, fake.stopGradient(), sentence, context).add(1).maximum(0).mean();
      NDArray wrong = score(critic, image, next, context).add(1).maximum(0).mean();
      return LossValue.of(real.add(made.add(wrong).div(2))).term("real", real).term("fake", made);
    }
  }

  /** Penalises the slope of the critic on real pictures with their sentence: second derivatives. */
  static final class MatchingAwarePenalty implements Loss {
    private final Network critic;

    MatchingAwarePenalty(Setup setup) {
      critic = setup.network("critic");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray image = ((TensorView) encoded.views().get("image").view()).tensor().duplicate();
      NDArray sentence = encoded.get(Rows.of("caption-1", "sentence").network("text")).duplicate();
      image.setRequiresGradient(true);
      sentence.setRequiresGradient(true);
      NDArray scores = score(critic, image, sentence, context).sum();
      NDList slopes = context.gradients(scores, new NDList(image, sentence), true);
      NDArray squares =
          slopes
              .get(0)
              .flatten(1, -1)
              .square()
              .sum(new int[] {1})
              .add(slopes.get(1).square().sum(new int[] {1}));
      return LossValue.of(squares.pow(3).mean().mul(2));
    }
  }

  /** The generator's side: the critic, unchanged in this phase, passes gradients to the fake. */
  static final class Fooling implements Loss {
    private final Network critic;

    Fooling(Setup setup) {
      critic = setup.network("critic");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray fake = encoded.get(Rows.of("caption-1", "image").network("generator"));
      NDArray sentence = encoded.get(Rows.of("caption-1", "sentence").network("text"));
      return LossValue.of(score(critic, fake, sentence, context).mean().neg());
    }
  }

  /** Codes of both fakes; equal labels are positives. Codes come from the frozen image network. */
  static final class FakesOfALabel implements PairSampler {
    private final Network images;

    FakesOfALabel(Setup setup) {
      images = setup.network("images");
    }

    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      Rows first = Rows.values(code(encoded, "caption-1", context));
      Rows second = Rows.values(code(encoded, "caption-2", context));
      NDArray labels = encoded.batch().targets().get(Targets.LABEL);
      NDArray same = labels.expandDims(0).eq(labels.expandDims(1)).toType(DataType.FLOAT32, false);
      NDArray tiled = same.tile(new long[] {2, 2});
      NDArray others = context.manager().eye((int) tiled.size(0)).neg().add(1);
      List<Rows> both = List.of(first, second);
      return Pairs.of(Contrast.of(both, both, Relation.of(tiled.mul(others), others)));
    }

    private NDArray code(Encoded encoded, String caption, StepContext context) {
      NDArray fake = encoded.get(Rows.of(caption, "image").network("generator"));
      return images.apply(TensorView.of(fake), context).get("code");
    }
  }

  private static NDArray score(Network critic, NDArray image, NDArray sentence, Context context) {
    CompositeView pair =
        CompositeView.of("image", TensorView.of(image)).and("sentence", TensorView.of(sentence));
    return critic.apply(pair, context).get("score");
  }
}
