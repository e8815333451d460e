<?php

declare(strict_types=1);

namespace Lumina\Service;

use RuntimeException;

/** Makes small versions of photos with ImageMagick and keeps them in a cache directory. */
final class Thumbnailer
{
    public function __construct(
        private string $cacheDir,
        private string $converter
    ) {
    }

    /** Returns the path of the thumbnail, which is made on first use. */
    public function thumbnail(string $original, string $geometry, string $format): string
    {
        $key = sha1($original . '|' . filemtime($original) . '|' . $geometry);
        $target = $this->cacheDir . '/' . $key . '.' . $format;
        if (!is_file($target)) {
            $this->convert($original, $geometry, $target);
        }

        return $target;
    }

    /** Removes thumbnails that nobody has asked for in a while. */
    public function prune(int $days): int
    {
        $removed = 0;
        foreach (glob($this->cacheDir . '/*.*') ?: [] as $file) {
            if (fileatime($file) < time() - $days * 86400 && unlink($file)) {
                $removed++;
            }
        }

        return $removed;
    }

    private function convert(string $original, string $geometry, string $target): void
    {
        $command = sprintf(
            '%s %s -auto-orient -thumbnail %s %s 2>&1',
            escapeshellcmd($this->converter),
            escapeshellarg($original),
            escapeshellarg($geometry),
            escapeshellarg($target)
        );
        exec($command, $output, $status);
        if ($status !== 0) {
            throw new RuntimeException('Thumbnail failed: ' . implode(' ', $output));
        }
    }
}
