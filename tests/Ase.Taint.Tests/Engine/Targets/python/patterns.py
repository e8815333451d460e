# ruleid: imports-shop
import shop.data
# ruleid: imports-shop
import shop.data.old as store
# ruleid: imports-shop
from shop import data
# ruleid: imports-shop
from shop.data import old, new
# ruleid: mere-name
print(old)
# ok: imports-shop
import shop
# ok: imports-shop
from shop.datasets import old
# ok: mere-name
print(old)

# ruleid: plain-mode
connect('host', user='x', mode='plain')
# ruleid: plain-mode
connect('host', mode="plain", user='x')
# ok: plain-mode
connect('host', user='x', mode='secure')

# ruleid: fixed-wait
wait(5)
# ruleid: fixed-wait
wait(0.25)
# ok: fixed-wait
wait("5")
# ok: fixed-wait
wait(delay)

# ruleid: dynamic-key
registry()[name].__dict__['open'](1)
# ok: dynamic-key
registry()['open'](1)

# ruleid: builtin-leave
leave(1)


def stop():
    # ruleid: builtin-leave
    leave(2)


if last:
    from program import leave
    # ok: builtin-leave
    leave(3)

# ruleid: query-text
q = """
   SELECT name FROM person WHERE id = '%s';
""" % (key,)
# ruleid: query-text
q = "delete from person where id = %s" % key
# ok: query-text
q = """
   Dear %s
""" % name

from web import Service


class Start(Page):
    def get(self):
        # ruleid: in-handler
        respond(1)


class Api(Service, Base):
    def get(self, request):
        # ruleid: in-handler
        respond(2)


class Other(Base):
    def get(self):
        # ok: in-handler
        respond(3)


def label():
    name = "shop"
    # ok: empty-name-constant
    rename(name)
    name = ""
    # ruleid: empty-name-constant
    # ok: empty-name
    rename(name)
    # ruleid: empty-name, empty-name-constant
    rename("")


# ruleid: all-options
setup(1, 2)
# ok: all-options
setup(1, **given)
