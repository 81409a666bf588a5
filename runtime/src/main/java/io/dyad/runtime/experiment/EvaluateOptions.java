package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Evaluator;
import io.dyad.api.Spec;
import java.util.Map;

/** What is measured and when. */
public record EvaluateOptions(
    @Doc("epochs between evaluations; 0: before and after training only")
        @Default("0")
        @Bound("[0, inf)")
        int everyEpochs,
    @Doc("the evaluators by the name of their figures") @Default("{}")
        Map<String, Spec<Evaluator>> evaluators) {}
