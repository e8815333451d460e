    words = ["-y", "-loglevel", "error", "-ss", start, "-t", length, "-i", str(recording), str(target)]
    line = FFMPEG + " " + shlex.join(words)
    status, messages = subprocess.getstatusoutput(line)
    if status != 0:
        raise ClipError(messages)
