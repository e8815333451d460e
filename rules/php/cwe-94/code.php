<?php
// Program text: a value that is evaluated, or that names what is called.

// ruleid: php-code
eval('$total = ' . $_POST['formula'] . ';');
// ruleid: php-code
assert($_GET['condition']);
// ruleid: php-code
call_user_func($_GET['action'], 1);
// ruleid: php-code
$twice = create_function('$x', 'return ' . $_GET['body'] . ';');

// A comparison that mentions a value is no text.
// ok: php-code
assert($_GET['condition'] === 'on');
// A number is no program.
// ok: php-code
eval('$total = ' . (float) $_POST['amount'] . ';');

$actions = ['list', 'show'];
if (in_array($_GET['action'], $actions, true)) {
    // ok: php-code
    call_user_func($_GET['action'], 1);
}
// The value is an argument; the function is fixed.
// ok: php-code
call_user_func('strtoupper', $_GET['name']);
