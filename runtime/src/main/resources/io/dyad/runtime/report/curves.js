dyad.draw("curves", (place, runs) => {
  place.append(dyad.element("pre", "", JSON.stringify(runs, null, 1).slice(0, 2000)));
});
