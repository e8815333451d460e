        statement = """
            SELECT * FROM invoices
            WHERE account_id = :account
              AND (:customer = '' OR instr(lower(customer), lower(:customer)) > 0)
              AND (:status = '' OR status = :status)
            ORDER BY issued_on DESC, id DESC
            LIMIT 100
        """
        filters = {"account": account_id, "customer": customer, "status": status}
        return list(self._connection.execute(statement, filters))
