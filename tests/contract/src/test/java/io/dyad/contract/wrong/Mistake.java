package io.dyad.contract.wrong;

import io.dyad.contract.ProviderContract;
import java.util.List;

/** A wrong subject, and what the kit must say to it. */
public interface Mistake {
  /** Returns the contract in the words of the table, such as {@code Loss}. */
  String contract();

  /** Returns what the table says of it. */
  Row row();

  /**
   * A row of the table.
   *
   * @param mistake what the subject does wrong
   * @param caughtBy the checks that fail and no others; the first is the one meant for this mistake
   */
  record Row(String mistake, List<String> caughtBy) {
    static Row of(String mistake, String... caughtBy) {
      return new Row(mistake, List.of(caughtBy));
    }
  }

  /** Makes this the subject of a contract, and returns the contract. */
  Class<? extends ProviderContract<?>> asSubject();
}
