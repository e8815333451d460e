<?php

declare(strict_types=1);

namespace Lumina\Storage;

use PDO;

final class PhotoRepository
{
    public function __construct(
        private PDO $pdo,
        private string $originalsDir
    ) {
    }

    /** @return array{id: int, title: string, path: string}|null */
    public function find(int $id): ?array
    {
        $statement = $this->pdo->prepare('SELECT id, title, filename FROM photos WHERE id = ?');
        $statement->execute([$id]);
        $row = $statement->fetch(PDO::FETCH_ASSOC);
        if ($row === false) {
            return null;
        }

        return [
            'id' => (int) $row['id'],
            'title' => $row['title'],
            'path' => $this->originalsDir . '/' . basename($row['filename']),
        ];
    }

    /** @return list<array{id: int, title: string}> newest first; every album when the name is empty */
    public function inAlbum(string $album): array
    {
        $statement = $this->pdo->prepare(
            "SELECT id, title FROM photos WHERE :album = '' OR album = :album ORDER BY taken_at DESC LIMIT 60"
        );
        $statement->execute(['album' => $album]);

        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }
}
