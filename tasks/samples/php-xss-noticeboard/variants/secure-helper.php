        $html = sprintf(
            '<form class="search" action="/" method="get"><input type="search" name="q" value="%s"><button>Search</button></form>',
            self::text($words)
        );
        if ($words !== '') {
            $html .= sprintf('<p class="hint">%d notices with “%s”</p>', $found, self::text($words));
        }

        return $html;
