        $allowed = ['sail', 'boat', 'helm', 'club', 'points'];
        $by = in_array($sort, $allowed, true) ? $sort : 'points';
        $way = strtoupper($direction);
        $query = $this->pdo->prepare(
            'SELECT ' . implode(', ', $allowed) . ' FROM results'
                . " WHERE regatta_id = ? AND (? = '' OR class = ?)"
                . ' ORDER BY ' . $by . ' ' . $way . ' LIMIT 200'
        );
        $query->execute([$regattaId, $class, $class]);

        return $query->fetchAll();
