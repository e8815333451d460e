<?php
// Redirects: to a page of ours, or to whatever site the client names.

$next = $_GET['next'];
// ruleid: php-redirect
header('Location: ' . $next);
// ruleid: php-redirect
header("Location: $next");
// ruleid: php-redirect
header('Location: https://' . $_GET['host'] . '/login');

// Behind the beginning of a path, or in its query, a value names no site.
// ok: php-redirect
header('Location: /boats/' . $next);
// ok: php-redirect
header("Location: index.php?next=$next");
$url = 'index.php?id=' . $_GET['id'];
// ok: php-redirect
header('Location: ' . $url);

// Other headers redirect nobody.
// ok: php-redirect
header('X-Next: ' . $next);

if (preg_match('#^/(?!/)[a-z/]*$#', $next)) {
    // ok: php-redirect
    header('Location: ' . $next);
}
$pages = ['home', 'about'];
if (in_array($next, $pages, true)) {
    // ok: php-redirect
    header('Location: ' . $next);
}
