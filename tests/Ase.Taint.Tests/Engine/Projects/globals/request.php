<?php
function remember()
{
    set_title(source());
    set_footer('fixed');
    Registry::put('user', source());
    Registry::$plain = 'fixed';
}
