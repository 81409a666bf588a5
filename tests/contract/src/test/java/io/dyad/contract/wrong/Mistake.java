package io.dyad.contract.wrong;

import io.dyad.contract.ProviderContract;
import java.util.List;

/** A wrong subject, and what the kit must say to it. */
public interface Mistake {
  /** Returns the contract in the words of the table, such as {@code Loss}. */
  String contract();

  /** Returns what the subject does wrong, in the words of the table. */
  String mistake();

  /** Returns the checks that fail and no others; the first is the one meant for this mistake. */
  List<String> caughtBy();

  /** Makes this the subject of a contract, and returns the contract. */
  Class<? extends ProviderContract<?>> asSubject();
}
