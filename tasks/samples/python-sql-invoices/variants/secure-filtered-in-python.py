        found = []
        cursor = self._connection.execute(
            "SELECT * FROM invoices WHERE account_id = ? ORDER BY issued_on DESC, id DESC", [account_id]
        )
        for row in cursor:
            if customer.lower() in row["customer"].lower() and status in ("", row["status"]):
                found.append(row)
                if len(found) == 100:
                    break
        return found
