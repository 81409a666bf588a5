package io.dyad.runtime.training;

import io.dyad.api.Progress;
import java.util.Map;

/**
 * What a step reports.
 *
 * @param values the loss, its terms, observations and the learning rate, by name
 * @param distributions observations that are many numbers, by name
 * @param samples how many samples the batch had
 */
public record StepReport(
    Progress progress,
    Map<String, Double> values,
    Map<String, Distribution> distributions,
    int samples) {}
