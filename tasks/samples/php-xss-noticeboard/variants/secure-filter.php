        $value = filter_var($words, FILTER_SANITIZE_FULL_SPECIAL_CHARS);
        $html = "<form class=\"search\" action=\"/\"><input type=\"search\" name=\"q\" value=\"{$value}\">";
        $html .= '<button>Search</button></form>';

        return $value === '' ? $html : $html . "<p class=\"hint\">{$found} notices with “{$value}”</p>";
