import getopt
import os
import sys


def spread():
    words = request.args
    # ruleid: spread
    launch("tool", *words)
    # ruleid: spread
    launch("tool", words[0])
    # ok: spread
    launch("tool", "a", *words)


# the default is a value of the parameter
def read(url="http://shop.example"):
    # ruleid: plain-address
    fetch(url)


def read_safely(url="https://shop.example"):
    # ok: plain-address
    fetch(url)


def options():
    opts, args = getopt.getopt(sys.argv[1:], "f:", ["file"])
    for name, value in opts:
        # ok: command-line
        os.system(name)
        # ruleid: command-line
        os.system(value)
    for rest in args:
        # ruleid: command-line
        os.system(rest)


def address():
    url = "https://"
    # ruleid: host
    url = url + request.args
    return url


def address_of_loop(more):
    url = "https://"
    while more:
        # ok: host
        url = url + request.args
    return url


def address_of_branch(local):
    url = "https://"
    if local:
        url = "/"
    # ok: host
    return url + request.args


def address_in_path():
    url = "https://"
    url = "https://shop.example/"
    # ok: host
    return url + request.args


def filters():
    # ruleid: filters
    scan(Table="t", Filter=request.args)
    # ok: filters
    scan(Table="t", Filter={"name": request.args})
