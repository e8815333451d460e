    base = os.path.abspath(settings.TRACK_ARCHIVE)
    full = os.path.abspath(os.path.join(base, name))
    if full.startswith(base + os.sep) and os.path.isfile(full):
        return Path(full)
    raise TrackNotFound(name)
