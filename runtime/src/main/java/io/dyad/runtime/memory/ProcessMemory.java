package io.dyad.runtime.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process as the system counts it; 0 where the system does not tell. */
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /** Returns the bytes that are resident now. */
  public static long resident() {
    return line("VmRSS:");
  }

  /** Returns the most bytes that were ever resident. */
  public static long peak() {
    return line("VmHWM:");
  }

  private static long line(String name) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
