<?php
function show()
{
    global $footer;
    // ruleid: shared
    sink(get_title());
    // ok: shared
    sink($footer);
    // ruleid: shared
    sink(Registry::get('user'));
    // ok: shared
    sink(Registry::label());
}
