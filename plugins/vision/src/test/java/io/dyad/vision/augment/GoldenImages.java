package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;

/** One file of reference values that torchvision computed in float64. */
record GoldenImages(JsonNode root, NDManager manager) {
  static GoldenImages read(String name, NDManager manager) throws IOException {
    try (InputStream in =
        GoldenImages.class.getResourceAsStream("/golden/image-ops/" + name + ".json")) {
      return new GoldenImages(new ObjectMapper().readTree(in), manager);
    }
  }

  NDArray image() {
    return array(root.get("inputs").get("image"));
  }

  NDArray expected(String operation) {
    return array(root.get("outputs").get(operation));
  }

  double setting(String name) {
    return root.get("hyperparameters").get(name).asDouble();
  }

  double[] settings(String name) {
    return doubles(root.get("hyperparameters").get(name));
  }

  double tolerance(String kind) {
    return root.get("tolerance").get(kind).asDouble();
  }

  private NDArray array(JsonNode node) {
    double[] shape = doubles(node.get("shape"));
    Shape batch = new Shape(1, (long) shape[0], (long) shape[1], (long) shape[2]);
    return manager.create(doubles(node.get("data")), batch);
  }

  private static double[] doubles(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
