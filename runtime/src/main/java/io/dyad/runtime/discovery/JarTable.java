package io.dyad.runtime.discovery;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The jars of Dyad and DJL; one that is there twice is listed twice. */
public final class JarTable {
  private static final List<String> WITNESSES =
      List.of(
          "io/dyad/api/Loss.class",
          "io/dyad/toolkit/view/TensorView.class",
          "io/dyad/runtime/discovery/JarTable.class",
          "ai/djl/engine/Engine.class",
          "ai/djl/pytorch/engine/PtEngine.class",
          "jnilib/pytorch.properties",
          "native/lib/pytorch.properties");

  private JarTable() {}

  /** Returns every jar that holds one of the resources by which they are known. */
  public static List<Jar> of(ClassLoader... loaders) {
    Set<Jar> jars = new LinkedHashSet<>();
    for (ClassLoader loader : loaders) {
      WITNESSES.forEach(witness -> addHolders(witness, loader, jars));
    }
    return List.copyOf(jars);
  }

  private static void addHolders(String witness, ClassLoader loader, Set<Jar> jars) {
    try {
      for (URL place : Collections.list(loader.getResources(witness))) {
        jars.add(Jar.holding(place, witness));
      }
    } catch (IOException e) {
      jars.add(new Jar(witness, "unreadable", String.valueOf(e.getMessage())));
    }
  }
}
