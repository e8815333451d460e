<?php

declare(strict_types=1);

final class Database
{
    public static function open(string $dsn): PDO
    {
        $pdo = new PDO($dsn, getenv('REGATTA_DB_USER') ?: null, getenv('REGATTA_DB_PASSWORD') ?: null);
        $pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
        $pdo->setAttribute(PDO::ATTR_DEFAULT_FETCH_MODE, PDO::FETCH_ASSOC);

        return $pdo;
    }
}
