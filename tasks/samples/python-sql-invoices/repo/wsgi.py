"""`flask --app wsgi run` or any WSGI server."""

from invoicing import create_app

app = create_app()
