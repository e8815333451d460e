        name = customer.replace("\\", "\\\\").replace("'", "\\'")
        state = status.replace("\\", "\\\\").replace("'", "\\'")
        query = "SELECT * FROM invoices WHERE account_id = ?"
        query += " AND customer LIKE '%" + name + "%'" if name else ""
        query += " AND status = '" + state + "'" if state else ""
        cursor = self._connection.cursor()
        cursor.execute(query + " ORDER BY issued_on DESC, id DESC LIMIT 100", (account_id,))
        return cursor.fetchall()
