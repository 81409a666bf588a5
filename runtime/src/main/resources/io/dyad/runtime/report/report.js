"use strict";

/** The frame of the page: what draws a section, colours, and what charts have in common. */
const dyad = (() => {
  const drawers = new Map();
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function draw(name, drawer) {
    drawers.set(name, drawer);
  }

  function start() {
    const data = JSON.parse(document.getElementById("data").textContent);
    document.querySelectorAll("[data-draw]").forEach((place) => {
      const drawer = drawers.get(place.dataset.draw);
      if (drawer) drawer(place, data[place.parentElement.id]);
    });
  }

  function element(tag, classes, text) {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  return { draw, start, element, dark };
})();
