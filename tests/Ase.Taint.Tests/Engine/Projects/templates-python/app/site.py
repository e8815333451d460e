import jinja2
from flask import render_template, request


def profile():
    name = request.args.get("name")
    return render_template("profile.html", name=name, clean=escape(name), links=[request.args.get("link")], title="x")


def letter():
    env = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))
    page = env.get_template("letter.html")
    return page.render(name=request.args.get("name"))
