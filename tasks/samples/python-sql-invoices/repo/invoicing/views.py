"""Requests in, JSON out."""

from flask import Blueprint, abort, jsonify, request, session

from invoicing import service
from invoicing.db import connection
from invoicing.repository import InvoiceRepository

bp = Blueprint("invoices", __name__)


def _account() -> int:
    account = session.get("account_id")
    if account is None:
        abort(401)
    return int(account)


@bp.post("/login")
def login():
    # Accounts are kept by the gateway, which tells who it is.
    session["account_id"] = int(request.headers.get("X-Account", "0"))
    return jsonify(account=session["account_id"])


@bp.get("/invoices")
def search():
    customer = request.args.get("customer", "").strip()
    status = request.args.get("status", "")
    overview = service.overview(InvoiceRepository(connection()), _account(), customer, status)
    return jsonify(overview)


@bp.get("/invoices/<int:number>")
def details(number: int):
    found = service.details(InvoiceRepository(connection()), _account(), number)
    if found is None:
        abort(404)
    return jsonify(found)


@bp.post("/invoices/<int:number>/reminders")
def remind(number: int):
    note = request.form.get("note", "")
    repository = InvoiceRepository(connection())
    if repository.find(_account(), number) is None:
        abort(404)
    repository.add_reminder(number, note)
    return "", 204
