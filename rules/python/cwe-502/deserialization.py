"""Serialized objects: a text of the client that becomes objects of any class, whose methods then run."""
import base64
import hmac
import json
import pickle

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/cart")
def cart():
    # ruleid: python-deserialization
    items = pickle.loads(base64.b64decode(request.cookies["cart"]))
    # ruleid: python-deserialization
    items = yaml.load(request.data, Loader=yaml.Loader)
    # ruleid: python-deserialization
    items = yaml.unsafe_load(request.files["cart"])
    # Plain values only.
    # ok: python-deserialization
    items = yaml.safe_load(request.data)
    # ok: python-deserialization
    items = yaml.load(request.data, Loader=yaml.SafeLoader)
    # ok: python-deserialization
    items = json.loads(request.data)
    return items


@app.route("/signed")
def signed():
    text = request.data
    if not hmac.compare_digest(hmac.new(KEY, text, "sha256").hexdigest(), request.headers["X-Signature"]):
        return "not ours"
    # ok: python-deserialization
    return pickle.loads(text)
