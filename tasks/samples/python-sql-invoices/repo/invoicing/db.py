"""One connection a request."""

import sqlite3

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS invoices (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, customer TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draft', cents INTEGER NOT NULL, issued_on TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS reminders (
    invoice_id INTEGER NOT NULL REFERENCES invoices (id), sent_on TEXT NOT NULL, note TEXT NOT NULL
);
"""


def connection() -> sqlite3.Connection:
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
        g.db.executescript(SCHEMA)
    return g.db


def close(_error=None) -> None:
    opened = g.pop("db", None)
    if opened is not None:
        opened.close()
