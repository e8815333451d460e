import state
from state import keep


def receive():
    keep(source())


def answer():
    # ruleid: shared
    sink(state.look())
    # ok: shared
    sink(state.look_fixed())
