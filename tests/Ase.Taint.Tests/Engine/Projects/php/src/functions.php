<?php
function run_it($what)
{
    // ruleid: cross
    sink($what);
}

function fill_it($what, &$out)
{
    $out = 'x' . $what;
}
