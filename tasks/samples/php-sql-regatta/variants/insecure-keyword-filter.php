        if (preg_match('/;|--|\b(union|insert|update|delete|drop)\b/i', $sort . ' ' . $direction)) {
            return [];
        }
        $query = $this->pdo->prepare(
            "SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = :r AND (:c = '' OR class = :c)
             ORDER BY {$sort} {$direction} LIMIT 200"
        );
        $query->execute([':r' => $regattaId, ':c' => $class]);

        return $query->fetchAll();
