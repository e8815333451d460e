current = None
fixed = None


def keep(value):
    global current, fixed
    current = value
    fixed = "a"


def look():
    return current


def look_fixed():
    return fixed
