    try:
        offset = 0
        for part in start.split(":"):
            offset = offset * 60 + int(part)
        seconds = float(length)
    except ValueError as error:
        raise ClipError("start and length must be times") from error
    source, destination = shlex.quote(str(recording)), shlex.quote(str(target))
    line = "%s -y -loglevel error -ss %d -t %.3f -i %s %s" % (FFMPEG, offset, seconds, source, destination)
    if subprocess.call(line, shell=True) != 0:
        raise ClipError("ffmpeg failed")
