/* Draws what a trained network makes of samples: a map, neighbours, and the views of training. */
(function () {
  const { element, choice, dark } = dyad;
  const COLOURS = {
    light: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#882255", "#6a51a3", "#8c6d31", "#636363"],
    dark: ["#4fa8e0", "#ff8a3d", "#2fc99b", "#e79fc6", "#ffc247", "#9fd8ff", "#e0679b", "#b39ddb", "#cdb079", "#b0b0b0"],
  };
  const SHAPES = [["circle", 1], ["triangle", 1.15], ["rect", 0.9], ["diamond", 1.35]];
  let sheets = 0;

  function count(number) {
    return Number(number).toLocaleString("en");
  }

  function className(label) {
    return label === undefined || label < 0 ? "class unknown" : "class " + label;
  }

  /** The sheet becomes one style rule, so that its data is in the document's memory once. */
  function register(sheet) {
    if (!sheet || sheet.name) return;
    sheet.name = "learned-sheet-" + sheets++;
    sheet.rows = Math.ceil(sheet.count / sheet.columns);
    const style = element("style");
    style.textContent = "." + sheet.name + "{background-image:url(" + sheet.uri + ");background-size:"
      + sheet.columns * 100 + "% " + sheet.rows * 100 + "%}";
    document.head.append(style);
  }

  function share(index, of) {
    return of < 2 ? "0" : (100 * index) / (of - 1) + "%";
  }

  /** A picture of the sheet, as large as --cell says; text where there are no pictures. */
  function cell(sheet, index, description) {
    const made = element("span", "learned-cell");
    made.setAttribute("role", "img");
    made.setAttribute("aria-label", description);
    made.title = description;
    if (!sheet) {
      made.classList.add("learned-plain");
      made.textContent = description.split(",")[0].replace("sample ", "#");
      return made;
    }
    made.classList.add(sheet.name);
    if (sheet.side < 64) made.classList.add("learned-sharp");
    made.style.backgroundPosition = share(index % sheet.columns, sheet.columns) + " "
      + share(Math.floor(index / sheet.columns), sheet.rows);
    return made;
  }

  function missing(place, data) {
    if (!data.missing) return false;
    place.append(element("p", "learned-missing", "Not shown: " + data.missing));
    return true;
  }

  function showMap(place, data) {
    if (missing(place, data)) return;
    register(data.sheet);
    const note = element("p", "learned-note");
    const switches = element("div", "learned-switches");
    const figure = element("div", "learned-map");
    place.append(note, switches, figure);
    const classes = data.labels ? [...new Set(data.labels)].sort((a, b) => a - b) : [undefined];
    const members = classes.map((label) => data.ids.map((id, i) => i)
      .filter((i) => !data.labels || data.labels[i] === label));
    const chart = echarts.init(figure, null, { renderer: "canvas" });
    const image = new Image();
    const state = { layout: 0, pictures: false, selected: {} };

    function tip(point) {
      const index = point.data[2];
      const box = element("div", "learned-tip");
      const text = "sample " + data.ids[index] + (data.labels ? ", " + className(data.labels[index]) : "");
      if (data.sheet) box.append(cell(data.sheet, index, text));
      const lines = element("div");
      lines.append(element("strong", "", "sample " + data.ids[index]));
      if (data.labels) lines.append(element("div", "", className(data.labels[index])));
      box.append(lines);
      return box;
    }

    /** Where pictures would lie on each other, the first of the samples that are switched on is drawn. */
    function uncovered(side, api) {
      const seen = new Map();
      const layout = data.layouts[state.layout];
      data.ids.forEach((id, i) => {
        if (data.labels && state.selected[className(data.labels[i])] === false) return;
        const key = api.coord([layout.x[i], layout.y[i]]).map((at) => Math.round(at / side)).join();
        if (!seen.has(key)) seen.set(key, i);
      });
      return new Set(seen.values());
    }

    function picture(side, colour, shown) {
      return (parameters, api) => {
        const index = api.value(2);
        const zoom = api.coord([0, 0]) + " " + api.coord([1, 1]);
        if (shown.zoom !== zoom) {
          shown.zoom = zoom;
          shown.samples = uncovered(side, api);
        }
        if (!shown.samples.has(index)) return undefined;
        const at = api.coord([api.value(0), api.value(1)]);
        const frame = { x: at[0] - side / 2, y: at[1] - side / 2, width: side, height: side };
        return {
          type: "group",
          children: [
            { type: "image", style: { ...frame, image, sWidth: data.sheet.side, sHeight: data.sheet.side,
              sx: (index % data.sheet.columns) * data.sheet.side,
              sy: Math.floor(index / data.sheet.columns) * data.sheet.side } },
            { type: "rect", shape: frame, style: { fill: "none", stroke: colour, lineWidth: 2 } },
          ],
        };
      };
    }

    function draw() {
      const layout = data.layouts[state.layout];
      const colours = dark.matches ? COLOURS.dark : COLOURS.light;
      const ink = getComputedStyle(place).color;
      const paper = getComputedStyle(document.body).backgroundColor;
      const shown = {};
      const size = data.ids.length > 1000 ? 6 : 8;
      const side = Math.max(18, Math.min(30, figure.clientWidth / 30));
      note.textContent = count(data.ids.length) + " of the " + count(data.total) + " samples of \""
        + data.split + "\", unit vectors. " + layout.note
        + (matchMedia("(pointer: fine)").matches ? " Ctrl with the wheel zooms, Ctrl with a drag moves." : "");
      chart.setOption({
        animation: false,
        color: colours,
        grid: { left: 6, right: 6, top: 6, bottom: data.labels ? 44 : 6 },
        legend: data.labels
          ? { type: "scroll", bottom: 0, selected: state.selected, itemWidth: 12, itemHeight: 12, textStyle: { color: ink }, pageTextStyle: { color: ink }, pageIconColor: ink }
          : { show: false },
        tooltip: { trigger: "item", confine: true, formatter: tip, padding: 8,
          backgroundColor: paper, textStyle: { color: ink } },
        dataZoom: [0, 1].map((axis) => ({ type: "inside", [axis ? "yAxisIndex" : "xAxisIndex"]: 0,
          filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: "ctrl", moveOnMouseWheel: false })),
        xAxis: { type: "value", scale: true, show: false },
        yAxis: { type: "value", scale: true, show: false },
        series: classes.map((label, group) => {
          const colour = label < 0 ? "#8a8f98" : colours[group % colours.length];
          const [shape, scale] = SHAPES[(group + Math.floor(group / colours.length)) % SHAPES.length];
          const points = members[group].map((i) => [layout.x[i], layout.y[i], i]);
          const common = { name: className(label), data: points, itemStyle: { color: colour, opacity: 0.85 } };
          return state.pictures
            ? { ...common, type: "custom", renderItem: picture(side, colour, shown) }
            : { ...common, type: "scatter", symbol: shape, symbolSize: size * scale };
        }),
      }, true);
    }

    if (data.layouts.length > 1) {
      switches.append(choice("layout", data.layouts.map((layout) => layout.name), (index) => { state.layout = index; draw(); }));
    }
    if (data.sheet) {
      switches.append(choice("samples as", ["points", "pictures"], (index) => { state.pictures = index === 1; draw(); }));
      image.src = data.sheet.uri;
    }
    draw();
    chart.on("legendselectchanged", (event) => { state.selected = event.selected; if (state.pictures) draw(); });
    dark.addEventListener("change", draw);
    new ResizeObserver(() => { chart.resize(); if (state.pictures) draw(); }).observe(figure);
  }

  function card(sheet, index, sample, asked) {
    const known = asked !== undefined && asked >= 0 && sample.label >= 0;
    const right = known && sample.label === asked;
    const made = element("div", "learned-card" + (known ? (right ? " learned-right" : " learned-wrong") : ""));
    const text = "sample " + sample.id + ", " + className(sample.label)
      + (sample.cosine === undefined ? "" : ", cosine " + sample.cosine.toFixed(2)) + (known ? (right ? ", right" : ", wrong") : "");
    const frame = element("span", "learned-frame");
    frame.append(cell(sheet, index, text));
    made.append(frame);
    if (known) made.append(element("span", "learned-sign", right ? "\u2713" : "\u00d7"));
    made.append(element("span", "", sample.label < 0 ? "#" + sample.id : className(sample.label)));
    return made;
  }

  function showNeighbours(place, data) {
    if (missing(place, data)) return;
    register(data.sheet);
    const positions = new Map(data.bankIds.map((id, i) => [id, data.queries.length + i]));
    place.append(element("p", "learned-note", "Samples of \"" + data.split + "\", each with the nearest of "
      + count(data.compared) + (data.compared < data.total ? " out of " + count(data.total) : "")
      + " samples of \"" + data.bank + "\" by cosine, nearest first."
      + (data.right === undefined ? "" : " Over " + count(data.searched) + " samples, " + Math.round(100 * data.right)
        + " % of the neighbours have the class of their sample.")));
    const list = (name, asked, neighbours) => {
      const made = element("div", "learned-list");
      made.append(element("span", "", name));
      const row = element("div", "learned-row");
      row.append(...neighbours.map((neighbour) => card(data.sheet, positions.get(neighbour.id), neighbour, asked.label)));
      made.append(row);
      return made;
    };
    const groups = element("div", "learned-groups");
    const known = data.right !== undefined;
    [[false, "Drawn by lot"], [true, known ? "Worst: surest of another class" : "Farthest from all others"]].forEach(([worst, title]) => {
      const chosen = data.queries.filter((query) => query.worst === worst);
      if (!chosen.length) return;
      groups.append(element("h3", "", title));
      chosen.forEach((query) => {
        const row = element("div", "learned-query");
        const asked = element("div", "learned-asked");
        asked.append(element("span", "", "sample"), card(data.sheet, data.queries.indexOf(query), query));
        const lists = element("div", "learned-lists");
        lists.append(list("as learned", query, query.learned));
        if (query.raw.length) lists.append(list("by the raw input", query, query.raw));
        row.append(asked, lists);
        groups.append(row);
      });
    });
    place.append(groups);
  }

  function showViews(place, data) {
    if (missing(place, data)) return;
    register(data.sheet);
    place.append(element("p", "learned-note", "Training samples, and their views in the first " + data.draws
      + " epochs as training drew them, with the normalisation taken back."));
    const table = element("table", "learned-views");
    const head = element("tr");
    head.append(element("th", "", "original"));
    data.views.forEach((view) => {
      const title = element("th", "learned-gap", view.name);
      title.colSpan = data.draws;
      title.append(element("small", "", [...view.tags, view.size].join(", ")));
      head.append(title);
    });
    table.append(head);
    const columns = 1 + data.views.length * data.draws;
    data.ids.forEach((id, sample) => {
      const row = element("tr");
      for (let column = 0; column < columns; column++) {
        const first = column > 0 && (column - 1) % data.draws === 0;
        const box = element("td", first ? "learned-gap" : "");
        const what = "sample " + id + (data.labels ? ", " + className(data.labels[sample]) : "") + (column === 0 ? ""
          : ", " + data.views[Math.floor((column - 1) / data.draws)].name + ", epoch " + (1 + (column - 1) % data.draws));
        box.append(cell(data.sheet, sample * columns + column, what));
        row.append(box);
      }
      table.append(row);
    });
    const scroll = element("div", "learned-scroll");
    scroll.append(table);
    place.append(scroll);
  }

  dyad.draw("learned-map", showMap);
  dyad.draw("learned-neighbours", showNeighbours);
  dyad.draw("learned-views", showViews);
})();
