package io.dyad.runtime.cli;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.FoundProvider;
import io.dyad.runtime.discovery.Jar;
import io.dyad.runtime.discovery.JarAlignment;
import io.dyad.runtime.discovery.JarTable;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.engine.SelfTest;
import io.dyad.runtime.memory.Bytes;
import io.dyad.runtime.memory.DeviceMemory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the installation. */
@Command(
    name = "doctor",
    description = "Check natives, device and plugins with a tiny training step.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--device", description = "auto, cpu, gpu or gpu:N.")
  private String device = "auto";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    RunningEngine engine = Engines.start(device, "auto");
    Map<String, String> findings = new LinkedHashMap<>();
    findings.put("dyad", Jar.of(Dyad.class).version());
    findings.put("java", Runtime.version().toString());
    findings.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    findings.put("engine", engine.name() + " " + engine.version());
    findings.put("djl", Jar.of(Engine.class).version());
    findings.put("natives", LibUtils.getLibtorchPath());
    findings.put("device", engine.deviceName());
    findings.put("gpus", String.valueOf(CudaUtils.getGpuCount()));
    findings.put("memory", Bytes.text(DeviceMemory.total(engine.device())));
    findings.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    findings.put("threads", String.valueOf(engine.threads()));
    findings.put("training-step", SelfTest.run(engine.device()));
    findings.put("parts", String.valueOf(plugins.all().size()));
    findings.put("broken-parts", String.valueOf(plugins.broken().size()));
    List<Jar> jars = jars(console, plugins);
    List<String> problems = JarAlignment.problems(jars);
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("findings", findings);
      result.put("jars", jars);
      result.put("problems", problems);
      console.json(result);
    } else {
      console.table(
          findings.entrySet().stream()
              .map(each -> List.of(each.getKey(), each.getValue()))
              .toList());
      console.print("");
      console.table(
          jars.stream().map(jar -> List.of(jar.name(), jar.version(), jar.place())).toList());
    }
    if (!problems.isEmpty()) {
      throw new PluginException(
          "the jars do not belong together:\n  " + String.join("\n  ", problems));
    }
  }

  private static List<Jar> jars(Console console, Plugins plugins) {
    Set<Jar> jars = new LinkedHashSet<>(JarTable.of(console.pluginFolders().loaders()));
    plugins.all().stream().map(FoundProvider::jar).forEach(jars::add);
    return List.copyOf(jars);
  }
}
