"""Files of the track and picture archives."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings

MAX_LINK_LENGTH = 400


class TrackNotFound(Exception):
    """The archive has no such track."""


def track_path(name: str) -> Path:
    """The file of a track; names have folders in them, like `alps/sonnblick.gpx`."""
    path = settings.TRACK_ARCHIVE / name
    if not path.is_file():
        raise TrackNotFound(name)
    return path


def picture_path(link: str) -> Path | None:
    """The picture that a link of a hike report points to, None when it is gone."""
    name = os.path.basename(unquote(link[:MAX_LINK_LENGTH]))
    if not re.fullmatch(r"[\w-]+\.(jpg|png)", name):
        return None
    path = settings.PICTURE_DIR / name
    return path if path.is_file() else None
