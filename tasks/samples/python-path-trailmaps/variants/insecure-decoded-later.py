    if not re.fullmatch(r"[\w%-]+(/[\w%-]+)*\.gpx", name):
        raise TrackNotFound(name)
    wanted = Path(settings.TRACK_ARCHIVE, unquote(name))
    if wanted.exists():
        return wanted
    raise TrackNotFound(name)
