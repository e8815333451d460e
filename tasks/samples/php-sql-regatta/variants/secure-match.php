        $column = match ($sort) {
            'sail' => 'sail',
            'boat' => 'boat',
            'helm' => 'helm',
            'club' => 'club',
            default => 'points',
        };
        $suffix = 0 === strcasecmp($direction, 'desc') ? ' DESC' : '';
        $where = $class === '' ? '' : ' AND class = ?';
        $query = $this->pdo->prepare(
            'SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = ?' . $where
                . ' ORDER BY ' . $column . $suffix . ' LIMIT 200'
        );
        $query->execute($class === '' ? [$regattaId] : [$regattaId, $class]);

        return $query->fetchAll();
