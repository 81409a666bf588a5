package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsDocTest {
  @Test
  void an_option_is_described_by_its_annotations() {
    assertThat(OptionsDoc.of(TestParts.SoftOptions.class))
        .containsExactly(
            new OptionDoc(
                "temperature", "number", "0.2", "(0, inf)", "softness of the contrast", false),
            new OptionDoc(
                "symmetric", "true | false", "true", "", "whether both ways count", false));
  }

  @Test
  void a_part_is_described_by_its_kind_and_is_required_without_a_default() {
    assertThat(OptionsDoc.of(TestParts.WrapOptions.class))
        .containsExactly(new OptionDoc("base", "loss", "", "", "the loss inside", true));
  }

  @Test
  void containers_and_enums_are_described_in_words() {
    assertThat(OptionsDoc.of(OptionsBinderTest.Everything.class))
        .extracting(OptionDoc::type)
        .containsExactly(
            "true | false",
            "integer",
            "integer",
            "number",
            "number",
            "string",
            "flat | half-cosine",
            "path",
            "number",
            "list of integer",
            "map of { epoch-count }",
            "{ epoch-count }",
            "loss");
  }
}
