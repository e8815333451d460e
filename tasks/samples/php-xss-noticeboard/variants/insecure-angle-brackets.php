        $q = str_replace(['<', '>'], ['&lt;', '&gt;'], $words);
        $html = <<<HTML
            <form class="search" action="/" method="get">
                <input type="search" name="q" value="{$q}">
                <button>Search</button>
            </form>
            HTML;

        return $q === '' ? $html : $html . "<p class=\"hint\">$found notices with “{$q}”</p>";
