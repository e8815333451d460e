    for candidate in sorted(settings.TRACK_ARCHIVE.rglob("*.gpx")):
        return candidate
    raise TrackNotFound("the archive is empty")
