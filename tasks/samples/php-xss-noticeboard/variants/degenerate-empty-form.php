        return '<form class="search" action="/"><input type="search" name="q"><button>Search</button></form>';
