"""Pages: a value that stands in HTML as it came, and escaped for the place where it stands."""
import html

from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from flask import Flask, jsonify, render_template, request

app = Flask(__name__)


def show(request):
    name = request.GET.get("name")
    if name is None:
        # ok: python-html
        return HttpResponseBadRequest("a name is missing")
    if len(name) > 40:
        # ruleid: python-html
        return HttpResponseBadRequest("The name %s is too long" % name)
    if "x" in name:
        # ok: python-html
        return HttpResponseBadRequest("No boat is called %s" % escape(name))
    if "y" in name:
        # ok: python-html
        return JsonResponse({"name": name})
    # ok: python-html
    HttpResponse(name, content_type="text/plain")
    # ok: python-html
    format_html("<b>{}</b>", name)
    # ruleid: python-html
    title = mark_safe("<b>" + name + "</b>")
    # ruleid: python-html
    return HttpResponse(f"<h1>{name}</h1>")


@app.route("/hello/<name>")
def hello(name):
    # ruleid: python-html
    return f"<h1>Hello {name}</h1>"


@app.route("/escaped/<name>")
def escaped(name):
    # ok: python-html
    return f"<h1>Hello {html.escape(name)}</h1>"


@app.route("/template/<name>")
def template(name):
    # ok: python-html
    return render_template("hello.html", name=name)


@app.route("/json")
def data():
    # ok: python-html
    return jsonify(name=request.args["name"])


@app.route("/number/<int:count>")
def number(count):
    # ok: python-html
    return f"<h1>{count} boats</h1>"
