"""Files: a value that names one, and what holds it inside its folder."""
import os
import shutil
from pathlib import Path

from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
FILES = "/srv/files"


@app.route("/files/<path:name>")
def files(name):
    # ruleid: python-path
    send_file(os.path.join(FILES, name))
    # ruleid: python-path
    open(f"{FILES}/{name}").read()
    # ruleid: python-path
    shutil.rmtree(Path(FILES) / name)
    # ruleid: python-path
    (Path(FILES) / name).read_text()
    # Functions that join only what stays inside.
    # ok: python-path
    send_from_directory(FILES, name)
    # ok: python-path
    send_file(safe_join(FILES, name))
    # The last part of a path names nothing outside the folder before it.
    # ok: python-path
    open(os.path.join(FILES, os.path.basename(name)))
    # ok: python-path
    request.files["file"].save(os.path.join(FILES, secure_filename(request.files["file"].filename)))
    # ruleid: python-path
    request.files["file"].save(os.path.join(FILES, request.files["file"].filename))
    return "done"


@app.route("/inside/<path:name>")
def inside(name):
    path = os.path.realpath(os.path.join(FILES, name))
    if not path.startswith(FILES + os.sep):
        raise PermissionError(name)
    # ok: python-path
    return open(path).read()


@app.route("/beside/<path:name>")
def beside(name):
    """Without the separator, /srv/files-of-others passes too."""
    path = os.path.realpath(os.path.join(FILES, name))
    if not path.startswith(FILES):
        abort(404)
    # ruleid: python-path
    return open(path).read()


@app.route("/common/<path:name>")
def common(name):
    path = os.path.abspath(os.path.join(FILES, name))
    if os.path.commonpath([FILES, path]) != FILES:
        return "no"
    # ok: python-path
    return send_file(path)


@app.route("/prefix/<path:name>")
def prefix(name):
    """Compares characters, not parts of paths."""
    path = os.path.abspath(os.path.join(FILES, name))
    if os.path.commonprefix([FILES, path]) != FILES:
        return "no"
    # ruleid: python-path
    return send_file(path)


@app.route("/relative/<path:name>")
def relative(name):
    path = (Path(FILES) / name).resolve()
    if not path.is_relative_to(FILES):
        return "no"
    # ok: python-path
    return path.read_text()
