package io.dyad.system.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A tab of a browser. */
public final class Tab implements AutoCloseable {
  private static final String READY =
      "document.readyState === 'complete' && document.documentElement.dataset.ready === 'true'";

  private final DevTools tools;

  private Tab(DevTools tools) {
    this.tools = tools;
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(domain -> tools.call(domain + ".enable", Map.of()));
  }

  static Tab open(URI browser) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(browser.resolve("/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      JsonNode made =
          FinishedRun.json(client.send(ask, HttpResponse.BodyHandlers.ofString()).body());
      return new Tab(new DevTools(client, URI.create(made.get("webSocketDebuggerUrl").asText())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sets what the page sees of the device.
   *
   * @param width in CSS pixels
   * @param density device pixels a CSS pixel
   * @param dark whether a dark page is preferred
   */
  public void device(int width, int height, double density, boolean dark) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", height, "deviceScaleFactor", density, "mobile", width < 600));
    tools.call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Opens a file and waits until its script has drawn it. */
  public void open(Path file) {
    tools.forgetEvents();
    tools.call("Page.navigate", Map.of("url", file.toAbsolutePath().toUri().toString()));
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!evaluate(READY).asBoolean()) {
      if (System.nanoTime() > patience) {
        throw new AssertionError(file + " did not get ready: " + problems());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    settle();
  }

  /** Waits until what the page does by itself has been drawn. */
  public void settle() {
    evaluate(
        "new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 300))");
  }

  /** Returns the value of an expression, awaited if it is a promise. */
  public JsonNode evaluate(String expression) {
    JsonNode got =
        tools.call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (got.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + got.get("exceptionDetails"));
    }
    return got.path("result").path("value");
  }

  /** Returns all that went wrong since the page was opened: exceptions, errors, warnings. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    tools.events("Runtime.exceptionThrown").forEach(event -> problems.add(event.toString()));
    tools.events("Runtime.consoleAPICalled").stream()
        .filter(event -> !event.path("type").asText().equals("log"))
        .forEach(event -> problems.add(event.toString()));
    tools.events("Log.entryAdded").forEach(event -> problems.add(event.toString()));
    return problems;
  }

  /** Returns the addresses that the page asked for, data in the page itself left out. */
  public List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  /** Returns the visible part of the page as PNG. */
  public byte[] picture() {
    JsonNode got = tools.call("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode(got.get("data").asText());
  }

  /** Returns the page as printed, as PDF. */
  public byte[] print() {
    JsonNode got = tools.call("Page.printToPDF", Map.of("printBackground", true));
    return Base64.getDecoder().decode(got.get("data").asText());
  }

  @Override
  public void close() {
    tools.close();
  }
}
