    base = os.path.realpath(settings.TRACK_ARCHIVE)
    full = os.path.realpath(os.path.join(base, name))
    if not full.startswith(base):
        raise TrackNotFound(name)
    if not os.path.isfile(full):
        raise TrackNotFound(name)
    return Path(full)
