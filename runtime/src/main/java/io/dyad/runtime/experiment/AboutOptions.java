package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** What a method is, for listings; it changes nothing in a run. */
public record AboutOptions(
    @Doc("the name of the method as papers write it") @Default("\"\"") String title,
    @Doc("where it was published") @Default("\"\"") String paper,
    @Doc("the methods whose reference vectors its parts pass") @Default("[]")
        List<String> vectors) {}
