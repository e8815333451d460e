"""Neighbours give away what they have too much of."""

from flask import Flask

from seedswap.offers import OfferBook
from seedswap.routes import bp


def create_app(database: str) -> Flask:
    app = Flask(__name__)
    app.extensions["offers"] = OfferBook(database)
    app.register_blueprint(bp)
    return app
