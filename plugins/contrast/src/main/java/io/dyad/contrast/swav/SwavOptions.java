package io.dyad.contrast.swav;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/**
 * Options of {@code swav}.
 *
 * @param output the output of the main network that is compared with prototypes
 * @param prototypes how many each set has
 * @param temperature divides the scores that predict
 * @param epsilon divides the scores that make codes
 * @param sweeps of the transport, each over prototypes and then over samples
 * @param codes how scores become codes
 * @param frozenSteps how many steps prototypes have no gradient
 * @param queues banks of earlier rows, one for each view that makes codes, in their order
 * @param queueFromEpoch from which epoch on full queues take part in the transport
 */
public record SwavOptions(
    @Doc("the output of the main network that is compared with prototypes") @Default("projection")
        String output,
    @Doc("how many prototypes each set has") @Default("[3000]") @Bound("[2, inf)")
        List<Integer> prototypes,
    @Doc("softness of predictions; divides the scores") @Default("0.1") @Bound("(0, inf)")
        double temperature,
    @Doc("softness of codes; divides the scores") @Default("0.05") @Bound("(0, inf)")
        double epsilon,
    @Doc("sweeps of the transport that balances codes") @Default("3") @Bound("[1, inf)") int sweeps,
    @Doc("how codes are made: sinkhorn, or softmax as a control") @Default("sinkhorn") Codes codes,
    @Doc("steps in which prototypes have no gradient") @Default("0") @Bound("[0, inf)")
        long frozenSteps,
    @Doc("banks of earlier rows, one for each view that makes codes; none: the batch alone")
        @Default("[]")
        List<String> queues,
    @Doc("the first epoch, counted from 0, in which full queues take part")
        @Default("0")
        @Bound("[0, inf)")
        long queueFromEpoch) {}
