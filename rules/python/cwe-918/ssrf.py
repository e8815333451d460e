"""Requests of the server: who chooses the host."""
from urllib.parse import quote, urlparse
from urllib.request import urlopen

import requests
from flask import Flask, request

app = Flask(__name__)
HOSTS = {"a.example.com", "b.example.com"}


def fetch(url):
    # ruleid: python-ssrf
    return requests.get(url, timeout=5)


@app.route("/feed")
def feed():
    url = request.args["url"]
    fetch(url)
    # ruleid: python-ssrf
    urlopen(url)
    # ruleid: python-ssrf
    requests.post("https://" + request.args["host"] + "/feed", data={})
    # ruleid: python-ssrf
    requests.get(f"https://{request.args['host']}/feed")
    # What stands behind a host and a slash chooses no other host.
    # ok: python-ssrf
    requests.get("https://api.example.com/feeds/" + request.args["name"])
    # ok: python-ssrf
    requests.get(f"https://api.example.com/feeds?name={url}")
    # ok: python-ssrf
    requests.get("https://api.example.com/feeds", params={"name": url})
    if urlparse(url).hostname in HOSTS:
        # ok: python-ssrf
        requests.get(url)
    parts = urlparse(url)
    if parts.netloc not in HOSTS:
        return "no"
    # ok: python-ssrf
    return requests.get(url).text
