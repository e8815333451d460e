<?php

declare(strict_types=1);

namespace Cantoria\Controllers;

use Cantoria\Http\FileResponse;
use Cantoria\Services\ScoreLibrary;
use Cantoria\Storage\Catalogue;

final class ScoreController
{
    public function __construct(
        private Catalogue $catalogue,
        private ScoreLibrary $library,
        private FileResponse $files
    ) {
    }

    public function index(): void
    {
        echo '<h1>Sheet music</h1><ul>';
        foreach ($this->catalogue->titles() as $slug => $title) {
            printf('<li><a href="/collection?name=%s">%s</a></li>', rawurlencode($slug), htmlspecialchars($title));
        }
        echo '</ul>';
    }

    public function collection(): void
    {
        $slug = $_GET['name'] ?? '';
        $pieces = $this->catalogue->pieces($slug);
        if ($pieces === null) {
            $this->missing();
            return;
        }

        echo '<table>';
        foreach ($pieces as $piece) {
            $link = '/score?' . http_build_query(['collection' => $slug, 'file' => $piece['file']]);
            printf(
                '<tr><td>%s</td><td><a href="%s">%s</a></td></tr>',
                htmlspecialchars($piece['composer']),
                htmlspecialchars($link),
                htmlspecialchars($piece['title'])
            );
        }
        echo '</table>';
    }

    public function download(): void
    {
        $folder = $this->library->folder($_GET['collection'] ?? '');
        $path = $folder === null ? null : $this->library->locate($folder, $_GET['file'] ?? '');
        if ($path === null) {
            $this->missing();
            return;
        }
        $this->files->send($path, isset($_GET['save']));
    }

    public function cover(): void
    {
        $path = $this->library->coverOf($_GET['name'] ?? '');
        if ($path === null) {
            $this->missing();
            return;
        }
        $this->files->send($path, false);
    }

    private function missing(): void
    {
        http_response_code(404);
        echo 'The library does not have this.';
    }
}
