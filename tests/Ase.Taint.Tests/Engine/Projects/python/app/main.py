from app.services import runner
from app.services.runner import run, Job
from .helpers import passes
import app.storage as storage


def main():
    value = source()
    run(value)
    runner.stop(value)
    # ruleid: cross
    sink(passes(value))
    job = Job(value)
    job.start()
    storage.save(name="constant", body=value)
