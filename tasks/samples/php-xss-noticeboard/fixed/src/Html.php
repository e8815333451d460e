<?php

declare(strict_types=1);

/** The pieces that pages are made of. All methods return HTML. */
final class Html
{
    public const KINDS = ['offer' => 'I have', 'wanted' => 'I need', 'lost' => 'Lost', 'found' => 'Found'];

    public static function text(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    /** The form above the list, filled with what was searched for. */
    public static function searchForm(string $words, int $found): string
    {
        $shown = self::text($words);
        $line = $words === '' ? '' : '<p class="hint">' . $found . ' notices with “' . $shown . '”</p>';

        return '<form class="search" action="/" method="get">'
            . '<input type="search" name="q" value="' . $shown . '" placeholder="Ladder, piano, cat …">'
            . '<button>Search</button>'
            . '</form>'
            . $line;
    }

    /** Links that narrow the list down to one kind. */
    public static function kindLinks(string $words, string $current): string
    {
        $links = [];
        foreach (self::KINDS as $kind => $label) {
            $address = '/?' . http_build_query(['q' => $words, 'kind' => $kind]);
            $links[] = sprintf(
                '<a href="%s"%s>%s</a>',
                self::text($address),
                $kind === $current ? ' class="on"' : '',
                self::text($label)
            );
        }

        return '<nav>' . implode(' | ', $links) . '</nav>';
    }

    /** @param array{id: int, title: string, text: string, kind: string} $notice */
    public static function card(array $notice): string
    {
        return '<article><h2><a href="/notice?id=' . (int) $notice['id'] . '">' . self::text($notice['title'])
            . '</a></h2><p>' . nl2br(self::text($notice['text'])) . '</p></article>';
    }
}
