dyad.draw("figures", (place, runs) => {
  const { element, format } = dyad;

  function unitOf(figure) {
    const [evaluator, metric] = split(figure);
    const protocol = runs.map((run) => run.protocol[evaluator]).find((known) => known);
    return protocol && protocol.metrics[metric] ? protocol.metrics[metric] : { unit: "", higherIsBetter: true };
  }

  function split(figure) {
    const at = figure.indexOf(".");
    return [figure.slice(0, at), figure.slice(at + 1)];
  }

  function tile(name, value, note) {
    return element("div", "card tile", element("span", "", name), element("b", "", value), note && element("small", "", note));
  }

  function tiles(run) {
    const made = element("div", "tiles");
    if (run.seconds !== undefined) {
      made.append(
        tile("Epochs", format.whole(run.epochs), format.whole(run.steps) + " steps"),
        tile("Training", format.duration(run.seconds), format.whole(run.samplesPerSecond) + " samples/s"),
        tile("Peak memory", format.bytes(run.peakMemoryBytes), "resident, whole process"),
        tile("Seed", String(run.seed), run.experiment));
    } else {
      made.append(tile("Steps so far", format.whole(run.steps), run.planned ? "of " + run.planned + " epochs" : ""));
      if (run.seed) made.append(tile("Seed", run.seed, run.experiment));
    }
    return made;
  }

  function value(number, meaning, paint) {
    const cell = element("td", "number", format.figure(number, meaning.unit));
    if (meaning.unit === "fraction" && typeof number === "number") {
      const fill = element("i");
      fill.style.width = Math.max(0, Math.min(100, 100 * number)) + "%";
      if (paint) fill.style.setProperty("--bar", paint);
      cell.append(element("span", "bar", fill));
    }
    return cell;
  }

  function heading(figure) {
    const [evaluator, metric] = split(figure);
    return element("th", "", evaluator + " " + metric,
      element("div", "small", unitOf(figure).higherIsBetter ? "higher is better" : "lower is better"));
  }

  function table(columns, rows) {
    const head = element("tr", "", element("th", "", "figure"), ...columns);
    return element("div", "card scroll", element("table", "plain", element("thead", "", head), element("tbody", "", ...rows)));
  }

  const names = [...new Set(runs.flatMap((run) => [run.learned, run.untrained, run.input].flatMap((of) => Object.keys(of))))].sort();

  function one(run) {
    const column = (title, text) => element("th", "number", title, element("div", "small", text));
    return table(
      [column("raw input", "the same evaluator"), column("untrained", "before the first step"),
        column("learned", run.seconds === undefined ? "so far" : "after the last step")],
      names.map((figure) => element("tr", "", heading(figure), value(run.input[figure], unitOf(figure)),
        value(run.untrained[figure], unitOf(figure)), value(run.learned[figure], unitOf(figure), "var(--accent)"))));
  }

  function several() {
    const columns = runs.map((run, index) => element("th", "number head", dyad.dot(index), run.name,
      ...(run.differs || []).map((difference) => element("small", "code", difference))));
    const rows = names.map((figure) => {
      const meaning = unitOf(figure);
      const all = runs.map((run) => run.learned[figure]);
      const numbers = all.filter((number) => typeof number === "number");
      const best = meaning.higherIsBetter ? Math.max(...numbers) : Math.min(...numbers);
      const distinct = new Set(numbers).size > 1;
      return element("tr", "", heading(figure), ...all.map((number, index) => {
        const cell = value(number, meaning, dyad.colour(index));
        if (distinct && number === best) cell.classList.add("best");
        return cell;
      }));
    });
    const facts = [["epochs", (run) => run.epochs && format.whole(run.epochs)], ["training", (run) => run.seconds && format.duration(run.seconds)],
      ["samples/s", (run) => run.samplesPerSecond && format.whole(run.samplesPerSecond)]];
    facts.forEach(([name, of]) => rows.push(element("tr", "", element("th", "", name),
      ...runs.map((run) => element("td", "number", of(run) || "\u2013")))));
    return table(columns, rows);
  }

  function protocol() {
    const list = element("ul", "small");
    const seen = new Set();
    runs.forEach((run) => Object.entries(run.protocol).forEach(([evaluator, how]) => {
      const options = Object.entries(how.options).map(([key, option]) => key + " = " + option).join(", ");
      const units = Object.entries(how.metrics).map(([metric, meaning]) => metric + " in " + meaning.unit
        + " (" + (meaning.higherIsBetter ? "higher" : "lower") + " is better)").join(", ");
      const line = evaluator + ": " + units + "; provider " + how.provider + ", " + options;
      if (!seen.has(line)) list.append(element("li", "", line));
      seen.add(line);
    }));
    const details = element("details", "", element("summary", "", "How it was measured"), list);
    return seen.size ? details : undefined;
  }

  runs.forEach((run) => run.gaps.forEach((gap) => place.append(dyad.missing((runs.length > 1 ? run.name + ": " : "") + gap))));
  if (runs.length === 1) place.append(tiles(runs[0]));
  if (names.length) {
    place.append(runs.length === 1 ? one(runs[0]) : several());
    const how = protocol();
    if (how) place.append(how);
  } else {
    place.append(dyad.missing("Nothing has been evaluated yet."));
  }
});
