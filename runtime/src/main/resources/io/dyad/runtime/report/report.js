"use strict";

/** The frame of the page: who draws a section, and what tables and charts have in common. */
const dyad = (() => {
  // Okabe and Ito's colours, which the common forms of colour blindness tell apart; lighter in the dark.
  const LIGHT = ["#0072b2", "#d55e00", "#009e73", "#b0528a", "#b07a00", "#3c9bd1", "#7a5c3e", "#5b6470"];
  const DARK = ["#5ab4ee", "#ff8f4d", "#2fcf9f", "#e79cc6", "#f0bd3c", "#9ad7ff", "#c9a37d", "#aab3bd"];
  const DASHES = ["solid", "dashed", "dotted"];
  const dark = matchMedia("screen and (prefers-color-scheme: dark)");
  const drawers = new Map();
  const charts = [];
  let printing = false;

  function draw(name, drawer) {
    drawers.set(name, drawer);
  }

  function start() {
    const data = JSON.parse(document.getElementById("data").textContent);
    document.querySelectorAll("[data-draw]").forEach((place) => {
      const drawer = drawers.get(place.dataset.draw);
      if (drawer) drawer(place, data[place.parentElement.id]);
    });
    followContents();
    dark.addEventListener("change", redraw);
    addEventListener("beforeprint", () => { printing = true; redraw(); });
    addEventListener("afterprint", () => { printing = false; redraw(); });
    document.documentElement.dataset.ready = "true";
  }

  function followContents() {
    const links = new Map([...document.querySelectorAll("nav a")].map((link) => [link.hash.slice(1), link]));
    const sections = [...links.keys()].map((id) => document.getElementById(id));
    const nav = document.querySelector("nav");
    let current;
    function follow() {
      const passed = sections.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.35);
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
      const link = links.get((atEnd ? sections.at(-1) : passed.at(-1) || sections[0]).id);
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      nav.scrollTo({ left: link.offsetLeft - nav.clientWidth / 2 + link.offsetWidth / 2 });
      current = link;
    }
    addEventListener("scroll", follow, { passive: true });
    follow();
  }

  function element(tag, classes, ...content) {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    made.append(...content.filter((part) => part !== undefined && part !== null));
    return made;
  }

  function missing(text) {
    return element("p", "missing", text);
  }

  /** Buttons of which one is pressed. */
  function choice(label, names, chosen) {
    const group = element("span", "choice");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    const buttons = names.map((name, index) => {
      const button = element("button", "", name);
      button.type = "button";
      button.setAttribute("aria-pressed", String(index === 0));
      button.addEventListener("click", () => {
        buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
        chosen(index);
      });
      return button;
    });
    group.append(...buttons);
    return group;
  }

  function control(label, names, chosen) {
    return element("span", "control", label, choice(label, names, chosen));
  }

  function colour(index) {
    return (dark.matches && !printing ? DARK : LIGHT)[index % LIGHT.length];
  }

  function dash(index) {
    return DASHES[Math.floor(index / LIGHT.length) % DASHES.length];
  }

  /** A run's colour as a style that follows light and dark. */
  function dot(index) {
    const made = element("span", "dot");
    const paint = () => made.style.setProperty("--dot", colour(index));
    paint();
    charts.push({ draw: paint });
    return made;
  }

  function legend(runs) {
    const list = element("ul", "runs");
    runs.forEach((run, index) => list.append(element("li", "", dot(index), run.name)));
    return list;
  }

  function theme() {
    const night = dark.matches && !printing;
    return night
      ? { ink: "#e8ebef", muted: "#9ba6b2", line: "#2c333b", card: "#20262d" }
      : { ink: "#171b20", muted: "#59636e", line: "#e0e4e8", card: "#fff" };
  }

  /** Draws a chart and keeps it right when the theme, the width or what it shows changes. */
  function chart(place, label, option) {
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", label);
    const made = echarts.init(place, null, { renderer: "svg" });
    const drawn = () => {
      const colours = theme();
      made.setOption({ animation: false, textStyle: { fontFamily: "inherit", color: colours.ink }, ...option(colours) }, true);
    };
    drawn();
    charts.push({ draw: drawn });
    new ResizeObserver(() => made.resize()).observe(place);
    return drawn;
  }

  function redraw() {
    charts.forEach((one) => one.draw());
  }

  /** What the axes and the tooltip of all charts have in common. */
  function axes(colours, x, y, tip) {
    const text = { color: colours.muted, fontSize: 11 };
    const common = { axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, axisLabel: text,
      nameTextStyle: text };
    return {
      grid: { left: 4, right: 22, top: 16, bottom: 22, containLabel: true },
      xAxis: { type: "value", nameLocation: "middle", nameGap: 26, splitLine: { show: false }, ...common, ...x,
        axisLabel: { ...text, hideOverlap: true, ...x.axisLabel } },
      yAxis: { type: "value", scale: true, splitNumber: 4, splitLine: { lineStyle: { color: colours.line } }, ...common, ...y,
        axisLabel: { ...text, ...y.axisLabel }, axisLine: { show: false } },
      tooltip: { trigger: "axis", confine: true, backgroundColor: colours.card, borderColor: colours.line, padding: [8, 10],
        textStyle: { color: colours.ink, fontSize: 12 }, axisPointer: { lineStyle: { color: colours.muted } }, formatter: tip },
    };
  }

  function tipRow(paint, name, value) {
    const mark = element("span", "dot");
    mark.style.setProperty("--dot", paint);
    return element("div", "tip-row", element("span", "", mark, name), element("b", "", value));
  }

  return { dark, draw, start, element, missing, control, choice, colour, dash, dot, legend, chart, axes, tipRow };
})();
