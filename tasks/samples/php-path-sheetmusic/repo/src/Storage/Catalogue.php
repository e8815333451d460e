<?php

declare(strict_types=1);

namespace Cantoria\Storage;

use RuntimeException;

/** The collections of the choir and the pieces in them, as the librarian exported them. */
final class Catalogue
{
    /** @var array<string, array{title: string, pieces: list<array{composer: string, title: string, file: string}>}> */
    private array $collections;

    public function __construct(string $file)
    {
        $text = file_get_contents($file);
        $data = $text === false ? null : json_decode($text, true);
        if (!is_array($data)) {
            throw new RuntimeException('The catalogue cannot be read');
        }
        $this->collections = $data;
    }

    /** @return array<string, string> slug => title */
    public function titles(): array
    {
        return array_map(static fn (array $collection): string => $collection['title'], $this->collections);
    }

    /** @return list<array{composer: string, title: string, file: string}>|null */
    public function pieces(string $slug): ?array
    {
        return $this->collections[$slug]['pieces'] ?? null;
    }
}
