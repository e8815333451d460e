<?php

declare(strict_types=1);

namespace Lumina\Controller;

use Lumina\Service\MetadataReader;
use Lumina\Service\Thumbnailer;
use Lumina\Storage\PhotoRepository;

final class PhotoController
{
    private const FORMATS = ['jpg' => 'image/jpeg', 'png' => 'image/png', 'webp' => 'image/webp'];

    public function __construct(
        private PhotoRepository $photos,
        private Thumbnailer $thumbnailer,
        private MetadataReader $metadata
    ) {
    }

    public function index(): void
    {
        $album = $_GET['album'] ?? '';
        echo '<h1>', h($album === '' ? 'All photos' : $album), '</h1><ul class="grid">';
        foreach ($this->photos->inAlbum($album) as $photo) {
            printf(
                '<li><a href="/photo?id=%d"><img src="/thumb?id=%d&amp;size=320x240" alt="%s"></a></li>',
                $photo['id'],
                $photo['id'],
                h($photo['title'])
            );
        }
        echo '</ul>';
    }

    public function show(): void
    {
        $photo = $this->photos->find((int) ($_GET['id'] ?? 0));
        if ($photo === null) {
            $this->notFound();
            return;
        }

        $details = $this->metadata->read($photo['path']);
        echo '<h1>', h($photo['title']), '</h1><dl>';
        foreach ($details as $label => $value) {
            echo '<dt>', h($label), '</dt><dd>', h($value), '</dd>';
        }
        echo '<dt>File</dt><dd>', human_size((int) filesize($photo['path'])), '</dd></dl>';
    }

    public function thumbnail(): void
    {
        $photo = $this->photos->find((int) ($_GET['id'] ?? 0));
        if ($photo === null) {
            $this->notFound();
            return;
        }

        $format = $_GET['format'] ?? 'jpg';
        if (!isset(self::FORMATS[$format])) {
            $format = 'jpg';
        }
        $size = $_GET['size'] ?? '320x240';

        $file = $this->thumbnailer->thumbnail($photo['path'], $size, $format);

        header('Content-Type: ' . self::FORMATS[$format]);
        header('Content-Length: ' . filesize($file));
        header('Cache-Control: public, max-age=86400');
        readfile($file);
    }

    private function notFound(): void
    {
        http_response_code(404);
        echo 'No such photo';
    }
}
