package io.dyad.graph.source;

import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Offers {@code graph}: a folder of CSV files, or a generated graph where none is named. */
@Stable
public final class GraphProvider implements DataSourceProvider<GraphOptions> {
  @Override
  public String name() {
    return "graph";
  }

  @Override
  public String summary() {
    return "a graph in a folder of CSV files; without a path one of planted communities";
  }

  @Override
  public Class<GraphOptions> options() {
    return GraphOptions.class;
  }

  @Override
  public DataSource create(GraphOptions options, Setup setup) {
    GraphData data =
        options
            .path()
            .map(path -> new GraphFolder(folder(path, setup), options).read())
            .orElseGet(
                () ->
                    PlantedCommunities.make(PlantedCommunitiesOptions.SMALL, options.normalize()));
    return GraphSource.of(name(), data, setup);
  }

  private static Path folder(Path path, Setup setup) {
    if (!Files.isDirectory(path)) {
      throw new DataException(
          "%s.path: there is no folder %s; put the graph there or name another place"
              .formatted(setup.name(), path.toAbsolutePath()));
    }
    return path;
  }
}
