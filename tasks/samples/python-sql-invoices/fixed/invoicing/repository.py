"""Invoices in the database."""

import sqlite3
from datetime import date


class InvoiceRepository:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, account_id: int, number: int) -> sqlite3.Row | None:
        return self._connection.execute(
            "SELECT * FROM invoices WHERE account_id = ? AND id = ?", (account_id, number)
        ).fetchone()

    def search(self, account_id: int, customer: str, status: str) -> list[sqlite3.Row]:
        """Newest invoices first; empty filters leave everything."""
        sql = "SELECT * FROM invoices WHERE account_id = ?"
        values: list = [account_id]
        if customer:
            sql += " AND customer LIKE ?"
            values.append(f"%{customer}%")
        if status:
            sql += " AND status = ?"
            values.append(status)
        sql += " ORDER BY issued_on DESC, id DESC LIMIT 100"
        return self._connection.execute(sql, values).fetchall()

    def reminders(self, number: int) -> list[sqlite3.Row]:
        return self._connection.execute(
            "SELECT sent_on, note FROM reminders WHERE invoice_id = ? ORDER BY sent_on", (number,)
        ).fetchall()

    def add_reminder(self, number: int, note: str) -> None:
        with self._connection:
            self._connection.execute(
                "INSERT INTO reminders (invoice_id, sent_on, note) VALUES (:invoice, :day, :note)",
                {"invoice": number, "day": date.today().isoformat(), "note": note},
            )
