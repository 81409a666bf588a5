dyad.draw("environment", (place, runs) => {
  const { element } = dyad;
  const NAMES = { dyad: "Dyad", djl: "DJL", engine: "engine", libtorch: "libtorch", java: "Java", os: "system", git: "commit" };
  const keys = [...new Set(runs.flatMap((run) => Object.keys(run.environment || {})))];
  if (!keys.length) {
    place.append(dyad.missing("environment.json is missing or could not be read."));
    return;
  }
  const value = (run, key) => {
    const known = (run.environment || {})[key];
    return known === null || known === undefined ? "\u2013" : String(known);
  };
  const same = keys.every((key) => key === "seed" || new Set(runs.map((run) => value(run, key))).size === 1);
  const shown = same && runs.length > 1 ? runs.slice(0, 1) : runs;
  const wanted = same && runs.length > 1 ? keys.filter((key) => key !== "seed") : keys;
  if (same && runs.length > 1) place.append(element("p", "note", "All runs had the same."));
  const head = shown.length > 1 ? [element("thead", "", element("tr", "", element("th", "", ""),
    ...shown.map((run, index) => element("th", "head", dyad.dot(index), run.name))))] : [];
  place.append(element("div", "card scroll", element("table", "plain", ...head, element("tbody", "", ...wanted.map((key) =>
    element("tr", "", element("th", "", NAMES[key] || key), ...shown.map((run) => element("td", "code", value(run, key)))))))));
});
