package io.dyad.contrast.imbalanced;

import io.dyad.api.Bound;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Spec;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@code imbalanced}.
 *
 * @param of data with labels
 * @param split which is thinned out
 * @param shape how shares grow with the number of the class
 * @param smallest the share of class 0 in the exponential shape
 * @param fractions the share of each class
 */
public record ImbalancedOptions(
    @Doc("data with labels") Spec<DataSource> of,
    @Doc("the split that is thinned out; others stay whole") @Default(Data.TRAIN) String split,
    @Doc("linear: class c of C keeps (c + 1) / C; exponential: from smallest to 1")
        @Default("linear")
        ImbalancedShape shape,
    @Doc("share that class 0 keeps where the shape is exponential") @Default("0.1") @Bound("(0, 1]")
        double smallest,
    @Doc("share that each class keeps, instead of a shape") @Bound("(0, 1]")
        Optional<List<Double>> fractions) {}
