        conditions, bound = ["account_id = ?"], [account_id]
        if status:
            conditions.append("status = ?")
            bound.append(status)
        if customer:
            conditions.append("customer LIKE '%' || ? || '%'")
            bound.append(customer)
        where = " AND ".join(conditions)
        cursor = self._connection.cursor()
        cursor.execute(f"SELECT * FROM invoices WHERE {where} ORDER BY issued_on DESC, id DESC LIMIT 100", tuple(bound))
        return cursor.fetchall()
