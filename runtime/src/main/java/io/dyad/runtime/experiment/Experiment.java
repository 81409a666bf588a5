package io.dyad.runtime.experiment;

import io.dyad.api.DataSource;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Procedure;
import io.dyad.api.Spec;
import io.dyad.api.ViewGenerator;
import java.util.Map;

/** An experiment: everything a run depends on. Maps are in the alphabetical order of their keys. */
public record Experiment(
    @Doc("how the run folder is called") String name,
    @Doc("what the method is, for listings") @Default("{}") AboutOptions about,
    @Doc("where all random numbers start from") @Default("1") long seed,
    @Doc("auto, cpu, gpu or gpu:N") @Default("auto") String device,
    @Doc("threads of the engine") @Default("{}") EngineOptions engine,
    @Doc("where samples come from") Spec<DataSource> data,
    @Doc("how views of a batch are made") Spec<ViewGenerator> views,
    @Doc("the networks by name; main is evaluated and exported; short form: encoder")
        Map<String, NetworkOptions> networks,
    @Doc("rows kept over steps, by name") @Default("{}") Map<String, BankOptions> banks,
    @Doc("the terms that are summed, by name; short form: loss and pairs")
        Map<String, TermOptions> objective,
    @Doc("what a training step consists of") @Default("pretrain") Spec<Procedure> procedure,
    @Doc("which terms and parameters belong together, by name") @Default("{ main {} }")
        Map<String, PhaseOptions> phases,
    @Doc("the training loop") @Default("{}") TrainOptions train,
    @Doc("what is measured and when") @Default("{}") EvaluateOptions evaluate,
    @Doc("when the run is saved") @Default("{}") CheckpointOptions checkpoint,
    @Doc("what is watched during training") @Default("{}") MonitorOptions monitors) {

  /** Checks the form of {@code device}. */
  public Experiment {
    if (!device.matches("auto|cpu|gpu(:[0-9]{1,3})?")) {
      throw new IllegalArgumentException(
          "device must be auto, cpu, gpu or gpu:N, got \"" + device + "\"");
    }
  }
}
