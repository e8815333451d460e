    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch()
