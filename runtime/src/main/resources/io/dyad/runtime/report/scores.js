dyad.draw("scores", (place, runs) => {
  const { element, format } = dyad;
  const KINDS = [["positive", "positive pairs", 0], ["negative", "negative pairs", 1]];
  const RISE = 2.6; // how many ridges high the highest one is

  function tip(shown) {
    return element("div", "", element("div", "small", "step " + format.number(shown[0].axisValue)),
      ...shown.filter((point) => point.seriesName).map((point) => dyad.tipRow(point.color, point.seriesName, format.number(point.value[1]))));
  }

  function line(name, paint, points) {
    return { name, type: "line", data: points, showSymbol: points.length < 3, symbolSize: 5, color: dyad.colour(paint),
      lineStyle: { width: 2, type: paint ? "dashed" : "solid" } };
  }

  /** The area within one standard deviation of a mean. */
  function band(means, variances, paint) {
    const spread = new Map(variances.map(([step, variance]) => [step, Math.sqrt(Math.max(0, variance))]));
    const known = means.filter(([step, mean]) => mean !== null && spread.has(step));
    const edge = [...known.map(([step, mean]) => [step, mean - spread.get(step)]),
      ...known.map(([step, mean]) => [step, mean + spread.get(step)]).reverse()];
    return { type: "custom", name: "", silent: true, data: edge.slice(0, 1), tooltip: { show: false }, clip: true,
      renderItem: (parameters, api) => ({ type: "polygon", shape: { points: edge.map((point) => api.coord(point)) },
        style: { fill: dyad.colour(paint), opacity: 0.16 } }) };
  }

  function means(figure, term) {
    const bounds = KINDS.flatMap(([kind]) => {
      const spread = new Map(term[kind + "Variance"]);
      return term[kind + "Mean"].filter(([, mean]) => mean !== null)
        .flatMap(([step, mean]) => [-1, 1].map((side) => mean + side * Math.sqrt(Math.max(0, spread.get(step) || 0))));
    });
    return dyad.chart(figure, "Mean scores over steps, with one standard deviation", (colours) => ({
      ...dyad.axes(colours, { name: "step", min: 0 },
        { min: Math.floor(10 * Math.min(...bounds)) / 10, max: Math.ceil(10 * Math.max(...bounds)) / 10, axisLabel: { formatter: format.number } }, tip),
      series: KINDS.flatMap(([kind, name, paint]) => [band(term[kind + "Mean"], term[kind + "Variance"], paint), line(name, paint, term[kind + "Mean"])]),
    }));
  }

  function variances(figure, term) {
    return dyad.chart(figure, "Variances of scores over steps", (colours) => ({
      ...dyad.axes(colours, { name: "step", min: 0 }, { min: 0, axisLabel: { formatter: format.number } }, tip),
      series: KINDS.map(([kind, name, paint]) => line(name, paint, term[kind + "Variance"])),
    }));
  }

  /** One ridge a moment, the first at the back and the last in front. */
  function ridges(figure, term, kind, name, paint) {
    const all = term.moments.map((moment) => moment[kind]);
    const densities = all.map((histogram) => {
      const sum = histogram.counts.reduce((one, other) => one + other, 0) || 1;
      const width = (histogram.high - histogram.low) / histogram.counts.length;
      return histogram.counts.map((count, bin) => [histogram.low + (bin + 0.5) * width, count / sum / width]);
    });
    const peaks = densities.map((points) => Math.max(...points.map((point) => point[1]))).sort((one, other) => one - other);
    const highest = peaks[Math.floor(0.8 * (peaks.length - 1))] || 1; // a spike would flatten all others
    const last = all.length - 1;
    const low = Math.min(...all.map((histogram) => histogram.low));
    const high = Math.max(...all.map((histogram) => histogram.high));
    const label = name[0].toUpperCase() + name.slice(1) + " over training";
    return dyad.chart(figure, label + ", a ridge a moment", (colours) => ({
      ...dyad.axes(colours, { name: "score", min: low, max: high, axisLabel: { formatter: format.number, showMinLabel: false, showMaxLabel: false } },
        { scale: false, min: 0, max: last + RISE, interval: Math.max(1, Math.ceil(last / 6)), splitLine: { show: false },
          axisLabel: { formatter: (ridge) => (ridge <= last && Number.isInteger(ridge) ? format.whole(term.moments[last - ridge].step) : "") } }),
      tooltip: { show: false },
      series: densities.map((points, moment) => ({
        type: "custom", silent: true, data: [[points[0][0], last - moment]],
        renderItem: (parameters, api) => {
          const ridge = last - moment;
          const top = points.map(([score, density]) => [score, ridge + RISE * Math.min(1, density / highest)]);
          const edge = [[points[0][0], ridge], ...top, [points.at(-1)[0], ridge]].map((point) => api.coord(point));
          return { type: "group", children: [
            { type: "polygon", shape: { points: edge }, style: { fill: colours.card, opacity: 0.75 } },
            { type: "polygon", shape: { points: edge }, style: { fill: dyad.colour(paint), opacity: 0.35, stroke: dyad.colour(paint), lineWidth: 1.2 } }] };
        },
      })),
    }));
  }

  function card(heading, hint, draw) {
    const figure = element("div", "chart tall");
    return [element("div", "card", element("div", "chart-head", element("h4", "", heading)), element("p", "hint", hint), figure), () => draw(figure)];
  }

  function show(term) {
    const cards = [
      card("Means", "Of the scores in the loss, and one standard deviation around them.", (figure) => means(figure, term)),
      card("Variances", "Of positives over a batch, of negatives for one anchor.", (figure) => variances(figure, term)),
      ...KINDS.map(([kind, name, paint]) => card(name[0].toUpperCase() + name.slice(1), "Distribution at some steps, the first at the back.", (figure) => ridges(figure, term, kind, name, paint))),
    ];
    const grid = element("div", "grid wide", ...cards.map(([made]) => made));
    place.append(grid);
    cards.forEach(([, draw]) => draw());
  }

  const key = element("ul", "runs");
  KINDS.forEach(([, name, paint]) => key.append(element("li", "", dyad.dot(paint), name)));
  place.append(element("p", "note", "Scores of pairs as the loss saw them in training: products of anchors and keys, after whatever was done to them. Where negatives are diverse their variance is high; where positives are hard their mean is low."), key);
  runs.forEach((run, index) => {
    if (runs.length > 1) place.append(element("h3", "", dyad.dot(index), run.name));
    if (!run.terms.length) place.append(dyad.missing("Scores were not recorded; wrap the loss in score-statistics to see them."));
    run.terms.forEach((term) => {
      if (run.terms.length > 1) place.append(element("h4", "", term.term));
      show(term);
    });
  });
});
