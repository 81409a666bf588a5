package io.dyad.runtime.engine;

import ai.djl.Device;

/**
 * The engine after its start.
 *
 * @param device where tensors live
 * @param threads threads of one operation
 * @param name {@code PyTorch}
 * @param version of the engine
 */
public record RunningEngine(Device device, int threads, String name, String version) {}
