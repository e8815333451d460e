        for word in ("--", ";", "/*", "drop", "delete", "insert", "update"):
            if word in customer.lower() or word in status.lower():
                return []
        query = "SELECT * FROM invoices WHERE account_id = %d AND customer LIKE '%%%s%%'" % (account_id, customer)
        if status:
            query = "%s AND status = '%s'" % (query, status)
        return self._connection.execute("%s ORDER BY issued_on DESC, id DESC LIMIT 100" % query).fetchall()
