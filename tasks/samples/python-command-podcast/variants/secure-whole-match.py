    if not re.fullmatch(r"(\d{1,2}:)?\d{1,2}:\d{2}", start):
        raise ClipError("start must look like 01:30")
    if not re.fullmatch(r"\d{1,4}", length):
        raise ClipError("length must be a number of seconds")
    files = f"-i {shlex.quote(str(recording))} {shlex.quote(str(target))}"
    status = os.system(f"{FFMPEG} -y -loglevel error -ss {start} -t {length} {files}")
    if status != 0:
        raise ClipError(f"ffmpeg ended with {status}")
