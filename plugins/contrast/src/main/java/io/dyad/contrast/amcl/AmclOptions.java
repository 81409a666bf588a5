package io.dyad.contrast.amcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code amcl}.
 *
 * @param output the output of the main network that has the heads
 * @param form what is made of similarities and temperatures
 * @param hardest how many negatives of an anchor count in each head; of the table's form
 * @param beta weight of the regulariser of temperatures
 * @param temperature the networks that predict temperatures
 */
public record AmclOptions(
    @Doc("the output of the main network that has the heads") @Default("projection") String output,
    @Doc("cross-entropy, or table: as published, which temperatures alone can lower")
        @Default("cross-entropy")
        AmclForm form,
    @Doc("how many of the most similar negatives count; form = table only")
        @Default("1")
        @Bound("[1, inf)")
        int hardest,
    @Doc("weight of the regulariser of temperatures") @Default("0.01") @Bound("[0, inf)")
        double beta,
    @Doc("the networks that predict temperatures") @Default("{}") TemperatureOptions temperature) {}
