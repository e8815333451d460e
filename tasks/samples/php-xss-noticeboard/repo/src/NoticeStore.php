<?php

declare(strict_types=1);

final class NoticeStore
{
    public function __construct(private PDO $pdo)
    {
    }

    /** @return list<array{id: int, title: string, text: string, kind: string}> */
    public function search(string $words, string $kind): array
    {
        $statement = $this->pdo->prepare(
            "SELECT id, title, text, kind FROM notices
             WHERE (title LIKE :words OR text LIKE :words) AND (:kind = '' OR kind = :kind)
             ORDER BY id DESC LIMIT 50"
        );
        $statement->execute(['words' => '%' . $words . '%', 'kind' => $kind]);

        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }

    /** @return array{id: int, title: string, text: string, kind: string}|null */
    public function find(int $id): ?array
    {
        $statement = $this->pdo->prepare('SELECT id, title, text, kind FROM notices WHERE id = ?');
        $statement->execute([$id]);

        return $statement->fetch(PDO::FETCH_ASSOC) ?: null;
    }

    public function add(string $title, string $text, string $kind): int
    {
        $statement = $this->pdo->prepare('INSERT INTO notices (title, text, kind) VALUES (?, ?, ?)');
        $statement->execute([$title, $text, $kind]);

        return (int) $this->pdo->lastInsertId();
    }
}
