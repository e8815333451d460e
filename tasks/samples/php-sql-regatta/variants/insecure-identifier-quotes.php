        $way = strtolower($direction) === 'desc' ? 'DESC' : 'ASC';
        $order = sprintf('ORDER BY "%s" %s', $sort, $way);
        $query = $this->pdo->prepare(
            "SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = ? AND ? IN ('', class) $order LIMIT 200"
        );
        $query->execute([$regattaId, $class]);

        return $query->fetchAll();
