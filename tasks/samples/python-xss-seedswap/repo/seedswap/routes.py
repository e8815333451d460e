"""The pages."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from seedswap import widgets
from seedswap.offers import OfferBook

bp = Blueprint("seedswap", __name__)


def _book() -> OfferBook:
    return current_app.extensions["offers"]


@bp.get("/")
def start():
    return redirect(url_for("seedswap.offers"))


@bp.get("/offers")
def offers():
    words = request.args.get("q", "").strip()
    found = _book().matching(words)
    return render_template(
        "offers.html",
        words=words,
        banner=widgets.search_banner(words, len(found)),
        listing=widgets.offer_list(found),
    )


@bp.get("/offers/new")
def form():
    return render_template("new.html", help=widgets.packet_help())


@bp.post("/offers")
def add():
    packets = request.form.get("packets", 0, type=int)
    plant = request.form.get("plant", "").strip()
    giver = request.form.get("giver", "").strip()
    if not plant or not giver or not 1 <= packets <= 50:
        abort(422)
    _book().add(plant, request.form.get("variety", "").strip(), packets, giver)
    return render_template("thanks.html", message=widgets.thanks(giver))
