    begin, duration = start, length
    for character in ";&|<>":
        begin = begin.replace(character, "")
        duration = duration.replace(character, "")
    line = "{} -y -loglevel error -ss {} -t {} -i {} {}".format(
        FFMPEG, begin, duration, shlex.quote(str(recording)), shlex.quote(str(target))
    )
    with os.popen(line) as stream:
        messages = stream.read()
    if not target.exists():
        raise ClipError(messages or "ffmpeg failed")
