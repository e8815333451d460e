<?php
// ruleid: shown
show($id);
// ruleid: shown
show($title);
// ok: shown
show($number);
// ok: shown
show($cleaned);
// ok: shown
show($reset);
// ok: shown
show($later);
// ruleid: shown
show($order);
// ok: shown
show($unknown);
