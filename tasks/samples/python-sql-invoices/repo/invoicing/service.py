"""What the pages show, apart from HTTP and SQL."""

from invoicing.money import format_cents
from invoicing.repository import InvoiceRepository


def _line(row) -> dict:
    return {
        "number": row["id"],
        "customer": row["customer"],
        "status": row["status"],
        "amount": format_cents(row["cents"]),
        "issued_on": row["issued_on"],
    }


def overview(repository: InvoiceRepository, account_id: int, customer: str, status: str) -> dict:
    """The invoices that the filters leave, and their sum."""
    rows = repository.search(account_id, customer, status)
    return {
        "filters": {"customer": customer, "status": status},
        "invoices": [_line(row) for row in rows],
        "total": format_cents(sum(row["cents"] for row in rows)),
    }


def details(repository: InvoiceRepository, account_id: int, number: int) -> dict | None:
    row = repository.find(account_id, number)
    if row is None:
        return None
    reminders = [{"sent_on": r["sent_on"], "note": r["note"]} for r in repository.reminders(number)]
    return _line(row) | {"reminders": reminders}
