<?php

declare(strict_types=1);

namespace Cantoria\Http;

/** Sends a file of the disk to the browser. */
final class FileResponse
{
    private const TYPES = [
        'pdf' => 'application/pdf',
        'mid' => 'audio/midi',
        'jpg' => 'image/jpeg',
        'mxl' => 'application/vnd.recordare.musicxml',
    ];

    public function send(string $path, bool $download): void
    {
        $extension = strtolower(pathinfo($path, PATHINFO_EXTENSION));
        header('Content-Type: ' . (self::TYPES[$extension] ?? 'application/octet-stream'));
        header('Content-Length: ' . filesize($path));
        if ($download) {
            header('Content-Disposition: attachment; filename="' . rawurlencode(basename($path)) . '"');
        }
        readfile($path);
    }
}
