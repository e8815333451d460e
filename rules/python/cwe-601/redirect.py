"""Redirects: to a page of ours, or to whatever site the client names."""
from urllib.parse import urlparse

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/login")
def login():
    target = request.args.get("next")
    # ruleid: python-redirect
    redirect(target)
    # ruleid: python-redirect
    redirect("https://" + request.args["host"] + "/start")
    # ok: python-redirect
    redirect(url_for("start", next=target))
    # Behind the beginning of a path, or in its query, a value names no site.
    # ok: python-redirect
    redirect("/start?next=" + target)
    # ok: python-redirect
    redirect(f"/start?next={target}")
    if target in ("/start", "/account"):
        # ok: python-redirect
        return redirect(target)
    if urlparse(target).netloc != "":
        return "no"
    # ok: python-redirect
    return redirect(target)


def after(request):
    target = request.POST["next"]
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        # ok: python-redirect
        return HttpResponseRedirect(target)
    # ruleid: python-redirect
    return HttpResponseRedirect(target)
