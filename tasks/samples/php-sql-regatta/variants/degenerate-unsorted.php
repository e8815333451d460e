        $query = $this->pdo->prepare(
            "SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = ? AND ? IN ('', class) LIMIT 200"
        );
        $query->execute([$regattaId, $class]);

        return $query->fetchAll();
