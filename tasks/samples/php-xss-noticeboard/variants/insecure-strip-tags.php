        $clean = strip_tags($words);
        $html = "<form class=\"search\" action=\"/\"><input type=\"search\" name=\"q\" value=\"$clean\">";
        $html .= '<button>Search</button></form>';
        if ($clean !== '') {
            $html .= "<p class=\"hint\">$found notices with “{$clean}”</p>";
        }

        return $html;
