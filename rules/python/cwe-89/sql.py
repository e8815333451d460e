"""Queries: a value in the text of a query, and as a parameter of it."""
import sqlite3

from django.http import JsonResponse
from flask import Flask, request
from sqlalchemy import text

app = Flask(__name__)


@app.route("/boats")
def boats():
    name = request.args.get("name", "")
    cursor = sqlite3.connect("boats.db").cursor()
    # ruleid: python-sql
    cursor.execute("SELECT * FROM boats WHERE name = '%s'" % name)
    # ruleid: python-sql
    cursor.execute(f"SELECT * FROM boats WHERE name = '{name}'")
    # ok: python-sql
    cursor.execute("SELECT * FROM boats WHERE name = ?", (name,))
    query = "SELECT * FROM boats"
    if name:
        query += " WHERE name LIKE '{}%'".format(name)
    # ruleid: python-sql
    cursor.execute(query)
    year = int(request.args["year"])
    # ok: python-sql
    cursor.execute(f"SELECT * FROM boats WHERE year = {year}")
    return cursor.fetchall()


@app.route("/boats/sorted")
def sort(session):
    column = request.args["sort"]
    # ruleid: python-sql
    session.execute(text("SELECT * FROM boats ORDER BY " + column))
    # ok: python-sql
    session.execute(text("SELECT * FROM boats WHERE name = :name"), {"name": column})
    if column not in ("name", "year"):
        column = "name"
    # ok: python-sql
    session.execute(text("SELECT * FROM boats ORDER BY " + column))
    return "done"


def search(request):
    term = request.GET["term"]
    # ruleid: python-sql
    found = Boat.objects.raw("SELECT * FROM boats WHERE name = '" + term + "'")
    # ok: python-sql
    found = Boat.objects.raw("SELECT * FROM boats WHERE name = %s", [term])
    # ok: python-sql
    found = Boat.objects.filter(name=term)
    # ruleid: python-sql
    found = Boat.objects.extra(where=["name = '%s'" % term])
    if not term.isdigit():
        return JsonResponse({})
    # ok: python-sql
    return JsonResponse(Boat.objects.raw("SELECT * FROM boats WHERE id = " + term))
