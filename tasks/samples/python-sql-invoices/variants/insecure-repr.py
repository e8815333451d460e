        parts = ["SELECT * FROM invoices WHERE account_id = %d" % account_id]
        if customer:
            parts.append("customer LIKE %r" % ("%" + customer + "%"))
        if status:
            parts.append("status = %r" % status)
        query = " AND ".join(parts) + " ORDER BY issued_on DESC, id DESC LIMIT 100"
        return list(self._connection.execute(query))
