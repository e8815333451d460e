    base = Path(settings.TRACK_ARCHIVE)
    wanted = base.joinpath(name)
    if wanted.is_relative_to(base) and wanted.exists():
        return wanted
    raise TrackNotFound(name)
