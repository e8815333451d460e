        $columns = ['sail' => 'sail', 'boat' => 'boat', 'helm' => 'helm', 'club' => 'club', 'points' => 'points'];
        $orders = ['asc' => 'ASC', 'desc' => 'DESC'];
        $by = $columns[$sort] ?? 'points';
        $way = $orders[strtolower($direction)] ?? 'ASC';
        $query = $this->pdo->prepare(
            "SELECT sail, boat, helm, club, points FROM results
             WHERE regatta_id = ? AND ? IN ('', class) ORDER BY $by $way LIMIT 200"
        );
        $query->execute([$regattaId, $class]);

        return $query->fetchAll(PDO::FETCH_ASSOC);
