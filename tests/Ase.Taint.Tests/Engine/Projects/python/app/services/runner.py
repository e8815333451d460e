def run(command):
    # ruleid: cross
    sink(command)


def stop(command):
    # ruleid: cross
    sink(command)


class Job:
    def __init__(self, command):
        self.command = command

    def start(self):
        # ruleid: cross
        sink(self.command)
