        $by = substr($this->pdo->quote($sort), 1, -1);
        $way = strtolower($direction) === 'desc' ? 'DESC' : 'ASC';
        $filter = $class === '' ? '' : 'AND class = ' . $this->pdo->quote($class);
        $query = $this->pdo->query(
            "SELECT sail, boat, helm, club, points FROM results
             WHERE regatta_id = $regattaId $filter ORDER BY $by $way LIMIT 200"
        );

        return $query->fetchAll(PDO::FETCH_ASSOC);
