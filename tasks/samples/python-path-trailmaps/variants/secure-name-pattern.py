    if re.fullmatch(r"[\w-]+(/[\w-]+)*\.gpx", name):
        wanted = Path(settings.TRACK_ARCHIVE, name)
        if wanted.exists():
            return wanted
    raise TrackNotFound(name)
