package io.dyad.graph.pot;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;

/**
 * Options of {@code pot}.
 *
 * @param loss that is made robust
 * @param kappa share of the bound in the total
 * @param drops of the views
 * @param nodes for which the bound is taken in a step
 */
public record PotOptions(
    @Doc("the loss that is made robust: any loss of a graph's nodes in two views") Spec<Loss> loss,
    @Doc("share of the bound in the total; 0 measures it without training by it")
        @Default("0.4")
        @Bound("[0, 1]")
        double kappa,
    @Doc("how the views drop edges") EdgeDropOptions drops,
    @Doc("for how many nodes, drawn anew in each step, the bound is taken; 0: for all")
        @Default("0")
        @Bound("[0, inf)")
        long nodes) {}
