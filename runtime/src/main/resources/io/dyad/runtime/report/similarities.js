dyad.draw("similarities", (place, runs) => {
  const { element, format } = dyad;
  const KINDS = [["positive", "two views of one sample", 0], ["negative", "views of two samples", 1]];
  const BANDS = [[0.05, 0.95, 0.16], [0.25, 0.75, 0.3]];

  function density(histogram) {
    const sum = histogram.counts.reduce((one, other) => one + other, 0) || 1;
    const width = (histogram.high - histogram.low) / histogram.counts.length;
    return histogram.counts.map((count, bin) => [histogram.low + (bin + 0.5) * width, count / sum / width]);
  }

  /** The value below which a share of the counts lies; even within a bin. */
  function quantile(histogram, share) {
    const sum = histogram.counts.reduce((one, other) => one + other, 0);
    const width = (histogram.high - histogram.low) / histogram.counts.length;
    let below = 0;
    for (let bin = 0; bin < histogram.counts.length; bin++) {
      const count = histogram.counts[bin];
      if (count > 0 && below + count >= share * sum) {
        return histogram.low + width * (bin + (share * sum - below) / count);
      }
      below += count;
    }
    return histogram.high;
  }

  function distribution(figure, moment, highest) {
    return dyad.chart(figure, "Cosines of positive and negative pairs", (colours) => ({
      ...dyad.axes(colours, { name: "cosine", min: -1, max: 1, axisLabel: { formatter: format.number } }, { min: 0, max: highest, axisLabel: { show: false }, splitLine: { show: false } }, tip),
      series: KINDS.map(([kind, name, paint]) => ({
        name, type: "line", step: "middle", data: density(moment()[kind]), showSymbol: false, color: dyad.colour(paint),
        lineStyle: { width: 1.8, type: paint ? "dashed" : "solid" }, areaStyle: { opacity: 0.22 },
      })),
    }));
    function tip(shown) {
      return element("div", "", element("div", "small", "cosine " + format.number(shown[0].axisValue)),
        ...shown.map((point) => dyad.tipRow(point.color, point.seriesName, format.number(point.value[1]))));
    }
  }

  function bands(figure, moments) {
    const steps = moments.map((moment) => moment.step);
    return dyad.chart(figure, "Cosines over steps: medians with the middle half and nine tenths", (colours) => ({
      ...dyad.axes(colours, { name: "step", min: 0, max: steps.at(-1) }, { min: -1, max: 1, scale: false, axisLabel: { formatter: format.number } }, tip),
      series: KINDS.flatMap(([kind, name, paint]) => {
        const at = (share) => moments.map((moment) => quantile(moment[kind], share));
        const shades = BANDS.map(([from, to, opacity]) => {
          const edge = [...steps.map((step, i) => [step, at(from)[i]]), ...steps.map((step, i) => [step, at(to)[i]]).reverse()];
          return { type: "custom", name: "", silent: true, data: [edge[0]], tooltip: { show: false },
            renderItem: (parameters, api) => ({ type: "polygon", shape: { points: edge.map((point) => api.coord(point)) },
              style: { fill: dyad.colour(paint), opacity } }) };
        });
        const middle = at(0.5);
        return [...shades, { name, type: "line", data: steps.map((step, i) => [step, middle[i]]), showSymbol: steps.length < 3,
          color: dyad.colour(paint), lineStyle: { width: 2, type: paint ? "dashed" : "solid" } }];
      }),
    }));
    function tip(shown) {
      return element("div", "", element("div", "small", "step " + format.number(shown[0].axisValue) + ", medians"),
        ...shown.filter((point) => point.seriesName).map((point) => dyad.tipRow(point.color, point.seriesName, format.number(point.value[1]))));
    }
  }

  function key() {
    const list = element("ul", "runs");
    KINDS.forEach(([, name, paint]) => list.append(element("li", "", dyad.dot(paint), name)));
    return list;
  }

  function show(run, highest) {
    const moments = run.moments;
    let chosen = moments.length - 1;
    const over = element("div", "chart tall");
    const now = element("div", "chart tall");
    const says = element("h4");
    const slider = element("input");
    Object.assign(slider, { type: "range", min: 0, max: moments.length - 1, value: chosen });
    slider.setAttribute("aria-label", "Moment of the distribution");
    const say = () => { says.textContent = "Distribution after step " + format.whole(moments[chosen].step); };
    const grid = element("div", "grid wide",
      element("div", "card", element("div", "chart-head", element("h4", "", "Over training")),
        element("p", "hint", "Median, middle half and middle nine tenths of the pairs."), over),
      element("div", "card", element("div", "chart-head", says), element("p", "hint", "Move the slider to see it come about."), slider, now));
    place.append(grid);
    say();
    bands(over, moments);
    const redraw = distribution(now, () => moments[chosen], highest);
    slider.addEventListener("input", () => { chosen = Number(slider.value); say(); redraw(); });
  }

  const known = runs.filter((run) => run.moments.length);
  if (known.length) {
    place.append(element("p", "note", "Cosines of what the loss compares, on the first training samples: training pulls the views of one sample together and, where it has negatives, samples apart. The less the two overlap, the easier it is to tell samples apart."), key());
  }
  // A few first moments have spikes that would flatten all others.
  const peaks = known.flatMap((run) => run.moments.slice(Math.floor(run.moments.length / 4))
    .flatMap((moment) => KINDS.map(([kind]) => Math.max(...density(moment[kind]).map((point) => point[1])))));
  const highest = Math.ceil(10 * Math.max(...peaks, 1)) / 10;
  runs.forEach((run, index) => {
    if (runs.length > 1) place.append(element("h3", "", dyad.dot(index), run.name));
    if (run.moments.length) show(run, highest);
    else place.append(dyad.missing("Similarities were not recorded: the run has one view, has not ended an epoch, or is of an older version."));
  });
});
