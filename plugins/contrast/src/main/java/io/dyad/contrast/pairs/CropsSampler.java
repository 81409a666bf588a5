package io.dyad.contrast.pairs;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StackableView;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import java.util.ArrayList;
import java.util.List;

/** One contrast for each view of the tag, its keys all other views in order. */
final class CropsSampler implements PairSampler {
  private static final Structure PARTNERS = Structure.of(false, false, true);

  private final CropsOptions options;

  CropsSampler(CropsOptions options) {
    this.options = options;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2);
    return options.output().equals(Embeddings.REPRESENTATION)
        ? needs
        : needs.output(options.output());
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    List<Contrast> contrasts = new ArrayList<>();
    Views views = encoded.views();
    for (TaggedView anchor : anchors(views)) {
      List<Rows> anchors = List.of(rows(anchor));
      List<Rows> keys =
          views.all().stream().filter(view -> view != anchor).map(this::rows).toList();
      long samples =
          anchor.view() instanceof StackableView view ? view.rows() : encoded.batch().size();
      Relation relation = Relation.of(PARTNERS, anchors, keys, samples, context.manager());
      contrasts.add(Contrast.of(anchors, keys, relation));
    }
    return Pairs.of(contrasts);
  }

  private List<TaggedView> anchors(Views views) {
    List<TaggedView> tagged = views.tagged(options.anchors());
    if (tagged.isEmpty() && views.all().stream().anyMatch(view -> !view.tags().isEmpty())) {
      throw new ConfigurationException(
          "crops: no view has the tag \"%s\"; the views have the tags %s; set pairs.anchors to one"
              .formatted(
                  options.anchors(),
                  views.all().stream()
                      .flatMap(view -> view.tags().stream())
                      .distinct()
                      .sorted()
                      .toList()));
    }
    return tagged.isEmpty() ? views.all() : tagged;
  }

  private Rows rows(TaggedView view) {
    return Rows.of(view.name(), options.output());
  }
}
