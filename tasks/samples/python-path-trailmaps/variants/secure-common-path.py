    base = os.path.realpath(settings.TRACK_ARCHIVE)
    full = os.path.realpath(os.path.join(base, name))
    if os.path.commonpath([base, full]) != base:
        raise TrackNotFound(name)
    if os.path.isfile(full):
        return Path(full)
    raise TrackNotFound(name)
