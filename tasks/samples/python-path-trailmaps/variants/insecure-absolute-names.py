    if ".." in name or not name.endswith((".gpx", ".xml", ".txt")):
        raise TrackNotFound(name)
    full = os.path.join(settings.TRACK_ARCHIVE, name)
    if os.path.exists(full):
        return Path(full)
    raise TrackNotFound(name)
