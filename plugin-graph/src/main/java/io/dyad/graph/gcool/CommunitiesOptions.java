package io.dyad.graph.gcool;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code communities}.
 *
 * @param output the output of the main network that centres are compared with
 * @param communities how many there are
 * @param similarity of rows with centres and with centroids
 * @param temperature divides cosines; its square divides squared distances
 * @param normalize whether rows are scaled to unit length
 * @param interWeight weighs edges between communities against those inside (lambda)
 * @param gamma lowers the weight of far communities in the contrast, under {@code rbf} alone
 * @param stride how many epochs the density takes to lose a factor of e against the contrast
 * @param alphaRate the share of the stride after which both are gone
 */
public record CommunitiesOptions(
    @Doc("the output of the main network that centres are compared with") @Default("projection")
        String output,
    @Doc("how many communities there are") @Default("10") @Bound("[1, inf)") int communities,
    @Doc("similarity of rows with centres and centroids: cosine or rbf") @Default("cosine")
        Similarity similarity,
    @Doc("softness; divides cosines, and its square divides squared distances")
        @Default("0.4")
        @Bound("(0, inf)")
        double temperature,
    @Doc("whether rows are scaled to unit length") @Default("true") boolean normalize,
    @Doc("weight of edges between communities against those inside (lambda)")
        @Default("0.9")
        @Bound("[0, inf)")
        double interWeight,
    @Doc("lowers the weight of far communities in the contrast; under rbf alone")
        @Default("0.00008")
        @Bound("[0, inf)")
        double gamma,
    @Doc("epochs in which the density loses a factor of e against the contrast")
        @Default("500")
        @Bound("(0, inf)")
        double stride,
    @Doc("share of the stride after which both terms are gone") @Default("0.2") @Bound("(0, inf)")
        double alphaRate) {
  /** Returns the schedule. */
  Schedule schedule() {
    return new Schedule(stride, alphaRate);
  }
}
