dyad.draw("settings", (place, runs) => {
  const { element } = dyad;

  function kind(origin) {
    return origin.startsWith("default of ") ? "default" : origin;
  }

  function short(origin) {
    return kind(origin).replace(/^.*[/\\]/, "");
  }

  function cell(setting) {
    if (!setting) return element("td", "", "\u2013");
    const from = element("div", "origin" + (kind(setting[2]) === "default" ? "" : " given"), short(setting[2]));
    from.title = setting[2];
    return element("td", "", element("span", "code", setting[1]), from);
  }

  const maps = runs.map((run) => new Map(run.settings.map((setting) => [setting[0], setting])));
  const keys = [...new Set(runs.flatMap((run) => run.settings.map((setting) => setting[0])))];
  if (!keys.length) {
    place.append(dyad.missing("The configuration could not be read."));
    return;
  }
  const values = (key) => maps.map((map) => (map.has(key) ? map.get(key)[1] : undefined));
  const differs = (key) => new Set(values(key)).size > 1;
  const given = (key) => maps.some((map) => map.has(key) && kind(map.get(key)[2]) !== "default");
  const filters = runs.length > 1 ? [["what differs", differs], ["what was set", given], ["all", () => true]]
    : [["what was set", given], ["all", () => true]];

  const body = element("tbody");
  function fill([name, wanted]) {
    const rows = keys.filter(wanted).map((key) => element("tr", "", element("th", "code", key), ...maps.map((map) => cell(map.get(key)))));
    const none = element("td", "", name === "what differs" ? "The configurations are the same." : "Everything is as by default.");
    none.colSpan = runs.length + 1;
    body.replaceChildren(...(rows.length ? rows : [element("tr", "", none)]));
  }
  const columns = runs.map((run, index) => element("th", "head", runs.length > 1 ? dyad.dot(index) : undefined, runs.length > 1 ? run.name : "value and origin"));
  place.append(
    element("div", "controls", dyad.control("show", filters.map((filter) => filter[0]), (index) => fill(filters[index]))),
    element("div", "card scroll", element("table", "plain" + (runs.length === 1 ? " stacked" : ""),
      element("thead", "", element("tr", "", element("th", "", "key"), ...columns)), body)));
  fill(filters[0]);
});
