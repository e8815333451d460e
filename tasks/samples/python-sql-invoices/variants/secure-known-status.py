        extra = ""
        if status:
            if status not in ("draft", "sent", "paid", "overdue", "cancelled"):
                return []
            extra = f"AND status = '{status}'"
        cursor = self._connection.execute(
            f"SELECT * FROM invoices WHERE account_id = ? AND customer LIKE ? {extra} ORDER BY issued_on DESC, id DESC LIMIT 100",
            (account_id, "%" + customer + "%"),
        )
        return cursor.fetchall()
