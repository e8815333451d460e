from flask import request, session


def login():
    session["folder"] = request.form.get("folder")
    session["count"] = len(request.form.get("items"))
