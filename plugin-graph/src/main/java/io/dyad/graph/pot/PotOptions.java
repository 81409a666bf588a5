package io.dyad.graph.pot;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;
import java.util.List;

/**
 * Options of {@code pot}.
 *
 * @param loss that is made robust
 * @param kappa share of the bound in the total
 * @param dropRates of each view
 * @param nodes for which the bound is taken in a step
 */
public record PotOptions(
    @Doc("the loss that is made robust: any loss of a graph's nodes in two views") Spec<Loss> loss,
    @Doc("share of the bound in the total; 0 measures it without training by it")
        @Default("0.4")
        @Bound("[0, 1]")
        double kappa,
    @Doc("which share of the edges each of the two views drops, as the views say it")
        @Bound("[0, 1]")
        List<Double> dropRates,
    @Doc("for how many nodes, drawn anew in each step, the bound is taken; 0: for all")
        @Default("0")
        @Bound("[0, inf)")
        long nodes) {}
