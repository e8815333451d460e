        bound = [account_id]
        where = "account_id = ?"
        if customer:
            where = where + " AND customer LIKE ?"
            bound.append("%" + customer + "%")
        if status:
            where = where + " AND status = '" + status + "'"
        query = "SELECT * FROM invoices WHERE {} ORDER BY issued_on DESC, id DESC LIMIT 100".format(where)
        return self._connection.execute(query, bound).fetchall()
