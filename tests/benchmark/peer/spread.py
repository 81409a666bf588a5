"""How figures of several rounds are summed up."""

import statistics


def spread(values):
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def text(values, digits):
    return "%.*f (%.*f .. %.*f)" % (digits, values["median"], digits, values["least"], digits, values["most"])
