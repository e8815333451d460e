"""What the site needs to know of a GPX file."""

import re

_ELEVATION = re.compile(r"<ele>\s*(-?\d+(?:\.\d+)?)\s*</ele>")


def elevations(document: str) -> list[float]:
    """Heights in metres, in the order of the track."""
    return [float(height) for height in _ELEVATION.findall(document)]


def ascent(heights: list[float]) -> float:
    """All metres that go up, added."""
    return sum(max(0.0, after - before) for before, after in zip(heights, heights[1:]))
