package io.dyad.contract.harness;

import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Runs a check on a sample input, and when it fails looks for a smaller input on which it fails the
 * same way. The error tells that input and the seed; {@code -Ddyad.contract.seed=N} tries another.
 */
public final class Trials {
  private static final String SEED = "dyad.contract.seed";

  private final DataType type;
  private final Size least;
  private final long seed;
  private final Check check;

  /** What must hold; it throws if it does not. */
  @FunctionalInterface
  public interface Check {
    /** Runs in surroundings that are closed afterwards. */
    void run(Trial trial);
  }

  private Trials(DataType type, Size least, Check check) {
    this.type = type;
    this.least = least;
    this.seed = Long.getLong(SEED, 1);
    this.check = check;
  }

  /**
   * Runs a check.
   *
   * @param size of the first attempt
   * @param least below which no attempt is made
   * @throws AssertionError if the check fails
   */
  public static void run(DataType type, Size size, Size least, Check check) {
    Trials trials = new Trials(type, least, check);
    trials
        .failure(size)
        .ifPresent(
            first -> {
              throw trials.shrunken(size, first);
            });
  }

  private AssertionError shrunken(Size size, Throwable first) {
    Size smallest = size;
    Throwable failure = first;
    boolean found = true;
    while (found) {
      found = false;
      for (Size smaller : smallest.smaller(least)) {
        Optional<Throwable> again = failure(smaller).filter(each -> sameKind(each, first));
        if (again.isPresent()) {
          smallest = smaller;
          failure = again.get();
          found = true;
          break;
        }
      }
    }
    String message = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
    return new AssertionError(
        "%s%nsmallest input that fails: %s, seed %d, %s (the first that failed: %s); -D%s=N tries another seed"
            .formatted(message, smallest, seed, type, size, SEED),
        failure);
  }

  private Optional<Throwable> failure(Size size) {
    try (Trial trial = new Trial(type, size, seed)) {
      check.run(trial);
      return Optional.empty();
    } catch (TestAbortedException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(e);
    }
  }

  private static boolean sameKind(Throwable one, Throwable other) {
    return one.getClass() == other.getClass()
        || (one instanceof AssertionError && other instanceof AssertionError);
  }
}
