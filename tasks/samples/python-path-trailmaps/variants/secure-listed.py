    base = Path(settings.TRACK_ARCHIVE)
    for candidate in base.rglob("*.gpx"):
        if candidate.relative_to(base).as_posix() == name:
            return candidate
    raise TrackNotFound(f"no track {name!r}")
