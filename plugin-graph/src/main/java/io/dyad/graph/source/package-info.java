/**
 * Sources of graphs: folders of CSV files, the user's own edge lists, GraphML, and a generated
 * graph of planted communities. All read files into a {@link io.dyad.graph.source.GraphData} and
 * serve it as a {@link io.dyad.graph.source.GraphSource}; start there. Mistakes in files are
 * collected ({@link io.dyad.graph.source.Mistakes}) and reported together, with file and line.
 */
@NullMarked
package io.dyad.graph.source;

import org.jspecify.annotations.NullMarked;
