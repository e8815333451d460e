    pieces = [FFMPEG, "-y", "-loglevel error"]
    pieces.append("-ss " + shlex.quote(start))
    pieces.append("-t " + length)
    pieces.append("-i " + shlex.quote(str(recording)))
    pieces.append(shlex.quote(str(target)))
    try:
        subprocess.check_output(" ".join(pieces), shell=True, stderr=subprocess.STDOUT)
    except subprocess.CalledProcessError as error:
        raise ClipError(error.output.decode(errors="replace")) from error
