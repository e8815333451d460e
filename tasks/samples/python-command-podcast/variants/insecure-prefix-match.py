    for value in (start, length):
        if re.match(r"\d+(:\d\d)*", value) is None:
            raise ClipError(f"not a time: {value}")
    files = "-i {} {}".format(shlex.quote(str(recording)), shlex.quote(str(target)))
    status = os.system(FFMPEG + " -y -loglevel error -ss " + start + " -t " + length + " " + files)
    if status:
        raise ClipError(f"ffmpeg ended with {status}")
