        $q = htmlspecialchars($words, ENT_NOQUOTES, 'UTF-8');
        $hint = $q !== '' ? "<p class=\"hint\">$found notices with “{$q}”</p>" : '';
        $field = '<input type="search" name="q" value="' . $q . '">';

        return "<form class=\"search\" action=\"/\">$field<button>Search</button></form>$hint";
