"""Command lines: a text that reaches a shell, and what makes a part of it harmless."""
import os
import re
import shlex
import subprocess
from subprocess import check_output

from fastapi import FastAPI
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()


@app.route("/ping/<host>")
def ping(host):
    # ruleid: python-command
    os.system("ping -c 1 " + host)
    # ruleid: python-command
    subprocess.run(f"ping -c 1 '{host}'", shell=True)
    # ruleid: python-command
    check_output("nslookup %s" % host, shell=True)
    # Without a shell the value is one argument.
    # ok: python-command
    subprocess.run(["ping", "-c", "1", host])
    # A program that is a shell takes it apart again.
    # ruleid: python-command
    subprocess.run(["sh", "-c", "ping -c 1 " + host])
    # The first argument names the program.
    # ruleid: python-command
    subprocess.run([request.args["program"], "--version"])
    # ok: python-command
    os.system("ping -c 1 " + shlex.quote(host))
    if host.isalnum():
        # ok: python-command
        os.system("ping -c 1 " + host)
    return "done"


@app.route("/count/<int:count>")
def repeat(count):
    # ok: python-command
    os.system("ping -c %d localhost" % count)
    return "done"


@api.get("/lookup/{name}")
async def lookup(name: str, depth: int = 1):
    # ok: python-command
    os.popen(f"dig +short -t {depth} localhost")
    # ruleid: python-command
    os.popen(f"dig +short {name}")
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return None
    # ok: python-command
    return os.popen(f"dig +short {name}").read()


MIRRORS = {"north": "10.0.0.1", "south": "10.0.0.2"}


@app.route("/mirror")
def mirror():
    name = request.args.get("name", "north")
    # ok: python-command
    os.system("ping -c 1 " + MIRRORS.get(name, "localhost"))
    if name not in MIRRORS:
        return "unknown"
    # ok: python-command
    os.system("mirror " + name)
    # ok: python-command
    os.system("ping -c %d localhost" % int(request.args["count"]))
    return "done"
