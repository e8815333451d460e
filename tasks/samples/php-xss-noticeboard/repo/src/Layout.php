<?php

declare(strict_types=1);

final class Layout
{
    public function __construct(private string $site)
    {
    }

    /** Sends a whole page; the title is plain text, the body is HTML. */
    public function page(string $title, string $body, int $status = 200): void
    {
        http_response_code($status);
        header('Content-Type: text/html; charset=utf-8');
        echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>';
        echo Html::text($title . ' - ' . $this->site);
        echo '</title><link rel="stylesheet" href="/board.css"></head><body>';
        echo '<header><a href="/">' . Html::text($this->site) . '</a></header><main>';
        echo $body;
        echo '</main></body></html>';
    }
}
