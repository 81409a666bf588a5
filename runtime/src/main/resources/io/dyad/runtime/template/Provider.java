package ${package};

import io.dyad.api.Experimental;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Offers {@code ${name}}; its constructor does nothing, {@link #create} does the work. */
@Experimental
public final class ${type}LossProvider implements LossProvider<${type}LossOptions> {
  @Override
  public String name() {
    return "${name}";
  }

  @Override
  public String summary() {
    return "pulls the views of a sample together and spreads all others over the sphere";
  }

  @Override
  public String source() {
    return "Wang and Isola 2020, alignment and uniformity";
  }

  @Override
  public Class<${type}LossOptions> options() {
    return ${type}LossOptions.class;
  }

  @Override
  public Loss create(${type}LossOptions options, Setup setup) {
    return new ${type}Loss(options);
  }
}
