"""Invoices of small workshops."""

import os

from flask import Flask

from invoicing import db
from invoicing.views import bp


def create_app(database: str | None = None) -> Flask:
    app = Flask(__name__)
    app.secret_key = os.environ.get("INVOICING_SECRET", "development")
    app.config["DATABASE"] = database or os.environ.get("INVOICING_DATABASE", "invoices.sqlite")
    app.register_blueprint(bp)
    app.teardown_appcontext(db.close)
    return app
