/** Numbers as people read them. */
dyad.format = (() => {
  const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

  function number(value) {
    if (value === null || value === undefined || Number.isNaN(Number(value))) return "\u2013";
    const size = Math.abs(value);
    if (size === 0) return "0";
    if (size >= 10000) return grouped.format(value);
    if (size < 0.001) return Number(value).toExponential(1).replace("e-", "e\u2212");
    return minus(String(Number(Number(value).toPrecision(4))));
  }

  function minus(text) {
    return text.replace("-", "\u2212");
  }

  function percent(value) {
    return (100 * value).toFixed(1) + "\u202f%";
  }

  /** A figure in its unit. */
  function figure(value, unit) {
    if (value === null || value === undefined || typeof value !== "number") return "\u2013";
    return unit === "fraction" ? percent(value) : number(value) + (unit && unit !== "1" ? "\u202f" + unit : "");
  }

  function duration(seconds) {
    if (seconds < 60) return seconds.toFixed(1) + "\u202fs";
    if (seconds < 3600) return Math.floor(seconds / 60) + "\u202fmin " + Math.round(seconds % 60) + "\u202fs";
    return Math.floor(seconds / 3600) + "\u202fh " + Math.round((seconds % 3600) / 60) + "\u202fmin";
  }

  function bytes(count) {
    return count < 1 << 30 ? Math.round(count / (1 << 20)) + "\u202fMiB" : (count / (1 << 30)).toFixed(1) + "\u202fGiB";
  }

  return { number, percent, figure, duration, bytes, whole: (value) => grouped.format(value) };
})();
