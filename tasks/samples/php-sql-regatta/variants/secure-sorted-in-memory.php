        $query = $this->pdo->prepare(
            "SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = :id AND (:c = '' OR class = :c)"
        );
        $query->bindValue('id', $regattaId, PDO::PARAM_INT);
        $query->bindValue('c', $class);
        $query->execute();
        $boats = $query->fetchAll();
        $sign = strtolower($direction) === 'desc' ? -1 : 1;
        usort($boats, fn (array $a, array $b): int => $sign * (($a[$sort] ?? $a['points']) <=> ($b[$sort] ?? $b['points'])));

        return array_slice($boats, 0, 200);
