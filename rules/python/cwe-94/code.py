"""Program text: a value that is evaluated, imported by its name, or compiled as a template."""
import ast
import importlib

from flask import Flask, render_template, render_template_string, request
from jinja2 import Template

app = Flask(__name__)


@app.route("/calculate")
def calculate():
    formula = request.args["formula"]
    # ruleid: python-code
    result = eval(formula)
    # ruleid: python-code
    exec("result = " + formula)
    # ruleid: python-code
    module = importlib.import_module("plugins." + request.args["plugin"])
    # A template of the client is a program; a value for a template is none.
    # ruleid: python-code
    page = render_template_string("<h1>" + formula + "</h1>")
    # ok: python-code
    page = render_template("result.html", formula=formula)
    # ruleid: python-code
    page = Template(request.form["template"]).render()
    # Literals only.
    # ok: python-code
    result = ast.literal_eval(formula)
    # ok: python-code
    result = eval("%d + 1" % int(request.args["number"]))
    for key, value in request.values.items():
        if key == "flag":
            # ruleid: python-code
            flag = eval(value)
            # ok: python-code
            flag = value in ("true", "1")
    if request.args["plugin"] in ("charts", "tables"):
        # ok: python-code
        module = importlib.import_module("plugins." + request.args["plugin"])
    return page
