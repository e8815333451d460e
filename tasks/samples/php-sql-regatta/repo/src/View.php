<?php

declare(strict_types=1);

final class View
{
    public function __construct(private string $directory)
    {
    }

    /** @param array<string, mixed> $data becomes the variables of the template */
    public function render(string $template, array $data): void
    {
        $e = static fn (mixed $value): string => htmlspecialchars((string) $value, ENT_QUOTES, 'UTF-8');
        extract($data, EXTR_SKIP);
        header('Content-Type: text/html; charset=utf-8');
        require $this->directory . '/' . $template . '.php';
    }
}
