"""Pieces of HTML that several pages show."""

import html
import re

from flask import render_template_string
from markupsafe import Markup, escape

from seedswap.offers import Offer

_STOCK = (("plenty", 10), ("some", 3), ("few", 1))


def stock_badge(packets: int) -> Markup:
    """How much is left, in one word."""
    word = next((name for name, least in _STOCK if packets >= least), "none")
    return Markup('<span class="badge {}" title="{} packets">{}</span>').format(word, packets, word)


def search_banner(words: str, count: int) -> Markup:
    """What was searched for, above the list of offers."""
    if not words:
        return Markup("")
    noun = "offer" if count == 1 else "offers"
    return Markup(
        '<div class="banner" data-words="{words}">'
        "{count} {noun} for <em>{words}</em>. "
        '<a href="/offers">Show all</a></div>'
    ).format(words=words, count=count, noun=noun)


def offer_list(offers: list[Offer]) -> Markup:
    """One line for each offer."""
    lines = [
        Markup("<li>{} <i>{}</i>, from {} {}</li>").format(
            offer.plant, offer.variety, offer.giver, stock_badge(offer.packets)
        )
        for offer in offers
    ]
    return Markup('<ul class="offers">{}</ul>').format(Markup("").join(lines))


def shorten(text: str, limit: int = 80) -> str:
    """The text on one line, cut at a word."""
    line = re.sub(r"\s+", " ", html.unescape(text)).strip()
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"


def thanks(giver: str) -> Markup:
    """Shown after an offer was added."""
    return Markup("<p class='thanks'>Thank you, ") + escape(shorten(giver, 30)) + Markup("!</p>")


def packet_help() -> str:
    """A remark for the form, from a template."""
    return render_template_string("{{ least }} to {{ most }} packets", least=1, most=50)
