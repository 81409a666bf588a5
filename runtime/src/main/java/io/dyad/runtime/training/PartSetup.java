package io.dyad.runtime.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.Component;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.View;
import java.util.List;
import java.util.Optional;

/** The setup of one part; notes the parts it makes inside itself. */
record PartSetup(
    PartFactory factory,
    String name,
    NDManager manager,
    Optional<View> example,
    List<Part<?>> nested)
    implements Setup {

  @Override
  public Device device() {
    return manager.getDevice();
  }

  @Override
  public DataType dataType() {
    return factory.dataType();
  }

  @Override
  public DataType computeType() {
    return factory.computeType();
  }

  @Override
  public Kernels kernels() {
    return factory.kernels();
  }

  @Override
  public Draws draws() {
    return factory.draws(name, manager);
  }

  @Override
  public <T> T create(Spec<T> spec, String child) {
    return create(spec, child, example);
  }

  @Override
  public <T> T create(Spec<T> spec, String child, View given) {
    return create(spec, child, Optional.of(given));
  }

  @SuppressWarnings("unchecked")
  private <T> T create(Spec<T> spec, String child, Optional<View> given) {
    Part<?> part = factory.make((Spec<? extends Component>) spec, name + "." + child, given);
    nested.add(part);
    return (T) part.component();
  }

  @Override
  public Network network(String network) {
    return factory.network(network);
  }

  @Override
  public Bank bank(String bank) {
    return factory.bank(bank);
  }

  @Override
  public Shape shape(Rows rows) {
    return factory.shape(rows);
  }
}
