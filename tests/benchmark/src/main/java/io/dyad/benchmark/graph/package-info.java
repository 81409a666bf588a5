/**
 * Random graphs of the size of known ones. Start reading at {@link
 * io.dyad.benchmark.graph.CitationGraph}.
 */
@NullMarked
package io.dyad.benchmark.graph;

import org.jspecify.annotations.NullMarked;
