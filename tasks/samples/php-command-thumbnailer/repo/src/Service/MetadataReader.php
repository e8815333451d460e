<?php

declare(strict_types=1);

namespace Lumina\Service;

/** Reads what a photo file says about itself. */
final class MetadataReader
{
    private const FORMAT = '%m|%wx%h|%[EXIF:Model]|%[EXIF:DateTimeOriginal]';

    /** @return array<string, string> label => value, without the values that the file lacks */
    public function read(string $file): array
    {
        $command = 'identify -format ' . escapeshellarg(self::FORMAT) . ' ' . escapeshellarg($file) . ' 2>/dev/null';
        $line = shell_exec($command);
        if (!is_string($line) || $line === '') {
            return [];
        }

        $values = explode('|', trim($line)) + ['', '', '', ''];
        $details = [
            'Type' => $values[0],
            'Dimensions' => $values[1],
            'Camera' => $values[2],
            'Taken' => $values[3],
        ];

        return array_filter($details, static fn (string $value): bool => $value !== '');
    }
}
