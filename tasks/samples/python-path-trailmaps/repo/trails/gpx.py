"""What the site needs to know of a GPX file."""

import re

_ELEVATION = re.compile(r"<ele>\s*(-?\d+(?:\.\d+)?)\s*</ele>")


def elevations(document: str) -> list[float]:
    """Heights in metres, in the order of the track."""
    return [float(height) for height in _ELEVATION.findall(document)]


def ascent(heights: list[float]) -> float:
    """All metres that go up, added."""
    return sum(max(0.0, after - before) for before, after in zip(heights, heights[1:]))


def climbs(heights: list[float], least: float = 50.0) -> list[tuple[float, float]]:
    """Lowest and highest point of each rise of at least so many metres."""
    found = []
    low = high = heights[0] if heights else 0.0
    for height in heights[1:]:
        if height >= high:
            high = height
            continue
        if high - low >= least:
            found.append((low, high))
        low = high = height
    if high - low >= least:
        found.append((low, high))
    return found
