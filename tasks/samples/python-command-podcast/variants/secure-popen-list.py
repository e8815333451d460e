    argv = [FFMPEG, "-loglevel", "error", "-y"]
    argv += ["-ss", start, "-t", length]
    argv += ["-i", os.fspath(recording), os.fspath(target)]
    with subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        _, messages = process.communicate()
    if process.returncode:
        raise ClipError(messages.decode(errors="replace"))
