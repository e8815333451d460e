        $q = htmlspecialchars($words, ENT_COMPAT);
        $rows = ["<form class='search' action='/'>"];
        $rows[] = "<input type='search' name='q' value='{$q}'>";
        $rows[] = '<button>Search</button></form>';
        $rows[] = $q === '' ? '' : sprintf("<p class='hint'>%d notices with “%s”</p>", $found, $q);

        return implode('', $rows);
