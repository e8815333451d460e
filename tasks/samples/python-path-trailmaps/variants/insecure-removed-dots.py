    relative = name.replace("\\", "/").replace("../", "").lstrip("/")
    wanted = Path(settings.TRACK_ARCHIVE, *relative.split("/"))
    if wanted.exists():
        return wanted
    raise TrackNotFound(relative)
