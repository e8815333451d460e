"""XML: documents whose entities are replaced by the files that they name."""
import xml.sax

import defusedxml.ElementTree
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/orders", methods=["POST"])
def orders():
    # ruleid: python-xml
    document = etree.fromstring(request.data)
    # ruleid: python-xml
    xml.sax.parseString(request.data, Handler())
    # ok: python-xml
    document = defusedxml.ElementTree.fromstring(request.data)
    # ok: python-xml
    document = etree.fromstring(b"<order/>")
    if b"<!DOCTYPE" in request.data:
        return "no"
    # ok: python-xml
    document = etree.fromstring(request.data)
    return "done"


@app.route("/safe", methods=["POST"])
def safe():
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python-xml
    return etree.fromstring(request.data, parser).tag
