<?php

declare(strict_types=1);

namespace Cantoria\Services;

/** Finds files of the archive: one folder a collection, covers beside them. */
final class ScoreLibrary
{
    private const FOLDERS = [
        'latin' => 'latin-motets',
        'folk' => 'folk-songs',
        'advent' => 'advent',
        'secular' => 'madrigals',
    ];

    public function __construct(private string $root)
    {
    }

    /** The folder of a collection, null for one that does not exist. */
    public function folder(string $collection): ?string
    {
        $folder = self::FOLDERS[$collection] ?? null;

        return $folder === null ? null : $this->root . '/' . $folder;
    }

    /** The path of a score in the folder of its collection, null when there is none. */
    public function locate(string $folder, string $file): ?string
    {
        $base = realpath($folder);
        $path = realpath($folder . '/' . $file);
        if ($base === false || $path === false || !is_file($path)) {
            return null;
        }
        if (!str_starts_with($path, $base . DIRECTORY_SEPARATOR)) {
            return null;
        }

        return $path;
    }

    /** The picture on the front of a printed collection. */
    public function coverOf(string $name): ?string
    {
        $path = $this->root . '/covers/' . basename($name, '.jpg') . '.jpg';

        return is_file($path) ? $path : null;
    }
}
