package io.dyad.api;

/**
 * Compiles kernels: small programs that reach every operator of the engine, with gradients.
 *
 * @since 0.1
 */
@Stable
public interface Kernels {
  /**
   * Compiles a source once; a second call with the same name and source returns the same kernel.
   *
   * <p>The source is TorchScript: typed functions whose first parameter is {@code self}, through
   * which they call each other:
   *
   * <pre>
   * def double(self, x: Tensor) -> Tensor:
   *   return torch.mul(x, 2)
   *
   * def quadruple(self, x: Tensor) -> Tensor:
   *   return self.double(self.double(x))
   * </pre>
   *
   * Keep it in a resource beside its class ({@link #resource}), not in a Java string. Constructors
   * such as {@code torch.zeros} must take their device from an input, so that the kernel runs on
   * any.
   *
   * @param name lower-case-kebab, shown in errors
   * @param source the functions
   * @throws KernelException if the source does not compile; the message carries the source line
   */
  Kernel compile(String name, String source);

  /**
   * Compiles the resource {@code name + ".kernel"} that lies beside {@code owner}.
   *
   * @throws KernelException if there is no such resource or it does not compile
   */
  default Kernel resource(Class<?> owner, String name) {
    return compile(name, KernelSources.read(owner, name));
  }
}
