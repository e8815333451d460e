<?php

declare(strict_types=1);

function h(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
}

function human_size(int $bytes): string
{
    $units = ['B', 'KB', 'MB', 'GB'];
    $step = 0;
    $value = (float) $bytes;
    while ($value >= 1024 && $step < count($units) - 1) {
        $value /= 1024;
        $step++;
    }

    return round($value, 1) . ' ' . $units[$step];
}
