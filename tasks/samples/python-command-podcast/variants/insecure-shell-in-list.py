    script = f'{FFMPEG} -y -loglevel error -ss "{start}" -t "{length}" -i "{recording}" "{target}"'
    done = subprocess.run(["sh", "-c", script], stderr=subprocess.PIPE, check=False)
    if done.returncode:
        raise ClipError(done.stderr.decode(errors="replace"))
