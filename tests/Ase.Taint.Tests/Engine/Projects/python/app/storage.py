def save(name, body):
    # ok: cross
    sink(name)
    # ruleid: cross
    sink(body)
