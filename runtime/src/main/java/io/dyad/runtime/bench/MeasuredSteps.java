package io.dyad.runtime.bench;

import ai.djl.Device;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What is added up over the measured steps. */
final class MeasuredSteps {
  private static final int DIGITS = 3;

  private final Histogram nanoseconds = new Histogram(DIGITS);
  private final Map<String, Long> functions = new TreeMap<>();
  private final MemoryWatch memory;
  private int count;
  private long samples;
  private long first;
  private long last;
  private long whole;
  private long waiting;
  private long inside;
  private long processor;

  MeasuredSteps(int planned, Device device) {
    memory = new MemoryWatch(planned, device);
  }

  void start(long begin) {
    memory.start();
    first = begin;
  }

  /** Adds a step of this thread, from its begin to its end, and what the clock saw in it. */
  void add(long begin, long end, long waited, long cpu, KernelClock clock, int batch) {
    nanoseconds.recordValue(end - begin);
    clock.functions().forEach((function, time) -> functions.merge(function, time, Long::sum));
    whole += end - begin;
    waiting += waited;
    inside += clock.total();
    processor += cpu;
    samples += batch;
    last = end;
    memory.stepped(count);
    count++;
  }

  int count() {
    return count;
  }

  double samplesPerStep() {
    return (double) samples / count;
  }

  /** Returns samples a second from the first step's begin to the last one's end. */
  double samplesPerSecond() {
    return samples * 1e9 / (last - first);
  }

  /** Returns which part of that time lay between steps. */
  double betweenSteps() {
    return Math.max(0, 1 - (double) whole / (last - first));
  }

  StepSeconds seconds() {
    return new StepSeconds(
        whole / 1e9 / count,
        percentile(50),
        percentile(90),
        percentile(99),
        percentile(100),
        processor / 1e9 / count);
  }

  private double percentile(double percentage) {
    return nanoseconds.getValueAtPercentile(percentage) / 1e9;
  }

  StepShares shares() {
    return new StepShares(
        share(inside), share(waiting), share(Math.max(0, whole - inside - waiting)));
  }

  private double share(long part) {
    return (double) part / whole;
  }

  /** Returns seconds a step in each function of a kernel. */
  Map<String, Double> kernelSeconds() {
    Map<String, Double> each = new TreeMap<>();
    functions.forEach((function, time) -> each.put(function, time / 1e9 / count));
    return each;
  }

  MemoryUse memory() {
    return memory.use();
  }
}
