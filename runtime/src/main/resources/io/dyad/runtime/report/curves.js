dyad.draw("curves", (place, runs) => {
  const { element, format } = dyad;
  const KNOWN = {
    "train/loss": ["Loss", "The weighted sum of all terms, of single batches."],
    "train/learning-rate": ["Learning rate", "After warm-up and schedule."],
    "train/gradient-norm": ["Gradient norm", "Of all parameters together, before clipping."],
    "representation/effective-rank": ["Effective rank", "In how many directions the unit rows of training samples differ; 1 is collapse."],
    "representation/deviation": ["Spread", "1 for rows spread evenly over the sphere, 0 when all are the same."],
    "similarity/alignment": ["Alignment", "Mean squared distance of two views of a sample; 0 if they are the same."],
    "similarity/uniformity": ["Uniformity", "The lower, the more evenly samples are spread over the sphere."],
    "throughput/samples-per-second": ["Throughput", "Samples a second, epoch by epoch, from the times of the log."],
  };
  const GROUPS = [
    ["Optimisation", (name) => name.startsWith("train/") || name.startsWith("throughput/")],
    ["Evaluation", (name) => name.startsWith("evaluate/")],
    ["Representation", (name) => name.startsWith("representation/") || name.startsWith("similarity/")],
    ["Other figures", () => true],
  ];
  const state = { axis: "step", log: false };
  const redraws = [];

  function isCopy(name) {
    return /^train\/(term|loss|gradient-norm|learning-rate)\./.test(name) && runs.every((run) => {
      const whole = name.startsWith("train/term.") ? "train/loss" : name.replace(/\.[^.]*$/, "");
      return JSON.stringify(run.series[name]) === JSON.stringify(run.series[whole]);
    });
  }

  function title(name) {
    if (KNOWN[name]) return KNOWN[name];
    const short = name.slice(name.indexOf("/") + 1);
    if (name.startsWith("train/term.")) return ["Loss term " + short.slice(5), "Before its weight."];
    if (name.startsWith("train/observed.")) return [short.slice(9), "Observed by the loss."];
    if (name.startsWith("evaluate/")) return [short.replace(".", " "), "On data that was not trained on."];
    return [short, ""];
  }

  function points(run, name) {
    const all = run.series[name] || [];
    const perEpoch = run.stepsPerEpoch || 1;
    return state.axis === "epoch" ? all.map(([step, value]) => [step / perEpoch, value]) : all;
  }

  function longest(unit) {
    return Math.max(...runs.map((run) => Math.max(0, ...Object.values(run.series).map((series) => series.at(-1)[0])) / unit(run)));
  }

  function positive(name) {
    return runs.every((run) => (run.series[name] || []).every((point) => point[1] === null || point[1] > 0));
  }

  function card(name) {
    const [heading, hint] = title(name);
    const share = name.startsWith("evaluate/") && runs.every((run) => (run.series[name] || []).every((point) => point[1] >= 0 && point[1] <= 1));
    const written = share ? format.percent : format.number;
    const last = runs.length === 1 ? (points(runs[0], name).at(-1) || [])[1] : undefined;
    const figure = element("div", "chart");
    const logarithmic = () => state.log && name.startsWith("train/") && positive(name);

    function tip(shown) {
      const at = shown[0].axisValue;
      const box = element("div", "", element("div", "small", (state.axis === "epoch" ? "epoch " : "step ") + format.number(at)));
      shown.forEach((point) => box.append(dyad.tipRow(point.color, runs.length > 1 ? point.seriesName : heading, written(point.value[1]))));
      return box;
    }

    function option(colours) {
      const input = name.startsWith("evaluate/") && runs.map((run) => (run.input || {})[name.slice(9)]).find((known) => known !== undefined);
      return {
        ...dyad.axes(colours, { name: state.axis, min: 0, max: state.axis === "epoch" ? longest((run) => run.stepsPerEpoch || 1) : longest(() => 1) },
          { type: logarithmic() ? "log" : "value", axisLabel: { formatter: share ? (value) => Math.round(100 * value) + "%" : format.number } }, tip),
        series: runs.map((run, index) => ({
          name: run.name, type: "line", data: points(run, name), color: dyad.colour(index),
          lineStyle: { width: 1.8, type: dyad.dash(index) }, symbolSize: 5, showSymbol: (run.series[name] || []).length < 3,
          markLine: typeof input === "number" && index === 0 ? { silent: true, symbol: "none", data: [{ yAxis: input }],
            lineStyle: { color: colours.muted, type: "dashed" },
            label: { formatter: "raw input", position: "insideStartTop", color: colours.muted, fontSize: 11 } } : undefined,
        })),
      };
    }

    const made = element("div", "card", element("div", "chart-head", element("h4", "", heading),
      last !== undefined ? element("span", "last", written(last)) : undefined), element("p", "hint", hint), figure);
    return [made, () => redraws.push(dyad.chart(figure, heading + " by " + state.axis + (last === undefined ? "" : ", at last " + written(last)), option))];
  }

  const names = [...new Set(runs.flatMap((run) => Object.keys(run.series)))].filter((name) => !isCopy(name))
    .sort((one, other) => order(one) - order(other) || one.localeCompare(other));

  function order(name) {
    const at = Object.keys(KNOWN).indexOf(name);
    return at < 0 ? Object.keys(KNOWN).length : at;
  }

  if (!names.length) {
    place.append(dyad.missing("No figures of training have been recorded."));
    return;
  }
  const all = () => redraws.forEach((redraw) => redraw());
  place.append(element("div", "controls",
    dyad.control("over", ["steps", "epochs"], (index) => { state.axis = index ? "epoch" : "step"; all(); }),
    dyad.control("scale of optimisation", ["linear", "log"], (index) => { state.log = index === 1; all(); })));
  if (runs.length > 1) place.append(dyad.legend(runs));
  const done = new Set();
  GROUPS.forEach(([heading, belongs]) => {
    const mine = names.filter((name) => !done.has(name) && belongs(name));
    if (!mine.length) return;
    mine.forEach((name) => done.add(name));
    const grid = element("div", "grid");
    place.append(element("h3", "", heading), grid);
    mine.forEach((name) => { const [made, show] = card(name); grid.append(made); show(); });
  });
  const without = runs.filter((run) => !run.series["similarity/alignment"]);
  if (without.length) {
    place.append(element("p", "missing", "Alignment and uniformity were not recorded"
      + (runs.length > 1 ? " by " + without.map((run) => run.name).join(", ") : "")
      + ": the run has one view, has not ended an epoch, or is of an older version."));
  }
});
