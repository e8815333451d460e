        cursor = self._connection.execute(
            "SELECT * FROM invoices WHERE account_id = ? ORDER BY issued_on DESC, id DESC LIMIT 100", (account_id,)
        )
        return cursor.fetchall()
