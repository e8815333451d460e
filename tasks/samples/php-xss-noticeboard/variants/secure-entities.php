        $q = htmlentities($words, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $parts = [
            '<form class="search" action="/">',
            "<input type='search' name='q' value='$q'>",
            '<button type="submit">Search</button></form>',
        ];
        if (strlen($q) > 0) {
            $parts[] = "<p class='hint'>$found notices with “{$q}”</p>";
        }

        return implode("\n", $parts);
