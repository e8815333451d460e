import os
from flask import session


def run():
    # ruleid: stored
    os.system("ls " + session["folder"])
    # ruleid: stored
    os.system("ls " + session.get("folder", "."))
    # ok: stored
    os.system("head -n %d" % session["count"])
    # ok: stored
    os.system("ls " + session["home"])
