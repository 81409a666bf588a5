package io.dyad.runtime.memory;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.OptionalLong;

/** What the C library has handed out, which on the CPU is where all tensors are. */
public final class NativeHeap {
  private NativeHeap() {}

  /**
   * Returns bytes in use, or nothing where the C library does not count (only glibc 2.33+ does).
   */
  public static OptionalLong bytes() {
    try {
      Function count = NativeLibrary.getInstance("c").getFunction("mallinfo2");
      Counts counts = (Counts) count.invoke(Counts.class, new Object[0]);
      return OptionalLong.of(counts.uordblks + counts.hblkhd);
    } catch (UnsatisfiedLinkError e) {
      return OptionalLong.empty();
    }
  }

  /** The structure mallinfo2 of glibc, in its names. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Counts extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }
}
