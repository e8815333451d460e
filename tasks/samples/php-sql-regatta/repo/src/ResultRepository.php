<?php

declare(strict_types=1);

/** Regattas, boats and their points. */
final class ResultRepository
{
    public function __construct(private PDO $pdo)
    {
    }

    /** @return list<array<string, mixed>> the regattas of one year, in the order in which they were sailed */
    public function regattas(int $year): array
    {
        $statement = $this->pdo->prepare(
            'SELECT id, name, venue, starts_on FROM regattas WHERE season = :season ORDER BY starts_on'
        );
        $statement->bindValue('season', $year, PDO::PARAM_INT);
        $statement->execute();

        return $statement->fetchAll();
    }

    /** @return list<string> */
    public function classes(int $regattaId): array
    {
        $statement = $this->pdo->query(
            sprintf('SELECT DISTINCT class FROM results WHERE regatta_id = %d ORDER BY class', $regattaId)
        );

        return $statement->fetchAll(PDO::FETCH_COLUMN);
    }

    /** @return list<array<string, mixed>> */
    public function standings(int $regattaId, string $class, string $sort, string $direction): array
    {
        $sql = 'SELECT sail, boat, helm, club, points FROM results WHERE regatta_id = :regatta';
        $values = ['regatta' => $regattaId];
        if ($class !== '') {
            $sql .= ' AND class = :class';
            $values['class'] = $class;
        }
        $sql .= " ORDER BY $sort $direction LIMIT 200";
        $statement = $this->pdo->prepare($sql);
        $statement->execute($values);

        return $statement->fetchAll();
    }

    /** @return list<array<string, mixed>> every race that a boat has sailed, newest first */
    public function racesOfBoat(string $sail): array
    {
        $statement = $this->pdo->prepare(
            'SELECT g.name, r.class, r.helm, r.points FROM results r'
            . ' JOIN regattas g ON g.id = r.regatta_id WHERE r.sail = ? ORDER BY g.starts_on DESC'
        );
        $statement->execute([$sail]);

        return $statement->fetchAll();
    }
}
