"""`flask run` starts the seed swap."""

import os

from seedswap import create_app

app = create_app(os.environ.get("SEEDSWAP_DATABASE", "seedswap.sqlite"))
