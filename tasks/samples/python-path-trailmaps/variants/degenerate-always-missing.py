    raise TrackNotFound(name)
