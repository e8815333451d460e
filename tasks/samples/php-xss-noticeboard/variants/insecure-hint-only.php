        $field = sprintf('<input type="search" name="q" value="%s">', addslashes($words));
        $html = '<form class="search" action="/">' . $field . '<button>Search</button></form>';
        if ($words !== '') {
            $html .= '<p class="hint">' . $found . ' notices with “' . self::text($words) . '”</p>';
        }

        return $html;
