package io.dyad.contract.wrong;

import static java.util.Objects.requireNonNull;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Providers of a right loss that go wrong themselves. */
public final class WrongProviders {
  private static final String SERVICES = "META-INF/services/io.dyad.api.LossProvider";

  private WrongProviders() {}

  /** Returns the right loss; public, since one of the providers has a class loader of its own. */
  public static Loss right() {
    return new AlignedLoss();
  }

  /** A right provider, but for what its subclasses change. */
  public abstract static class Right implements LossProvider<NoOptions> {
    /** Creates it. */
    protected Right() {}

    @Override
    public String name() {
      return "right-loss";
    }

    @Override
    public String summary() {
      return "does nothing wrong";
    }

    @Override
    public Class<NoOptions> options() {
      return NoOptions.class;
    }

    @Override
    public Loss create(NoOptions options, Setup setup) {
      return right();
    }
  }

  /** Cannot be made by others. */
  public static final class Closed extends Right {
    Closed() {}
  }

  /** Is in no service file. */
  public static final class Unlisted extends Right {}

  /** Has a name that is not in the form of names. */
  public static final class Misnamed extends Right {
    @Override
    public String name() {
      return "Right_Loss";
    }
  }

  /** Is loaded from a folder that holds a class of the API. */
  public static final class Bundling extends Right {}

  /** Looks for its resources where the thread says. */
  public static final class Trusting extends Right {
    @Override
    public Loss create(NoOptions options, Setup setup) {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      requireNonNull(context.getResource(SERVICES), "the resource is not there");
      return right();
    }
  }
}
