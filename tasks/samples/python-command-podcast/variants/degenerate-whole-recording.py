    try:
        shutil.copyfile(recording, target)
    except OSError as error:
        raise ClipError(str(error)) from error
