<?php
// Requests of the server: who chooses the host.

function fetch($url)
{
    $handle = curl_init();
    // ruleid: php-ssrf
    curl_setopt($handle, CURLOPT_URL, $url);
    return curl_exec($handle);
}

fetch($_POST['url']);
// ruleid: php-ssrf
$feed = file_get_contents($_GET['feed']);
// ruleid: php-ssrf
$feed = file_get_contents('https://' . $_GET['host'] . '/feed.xml');
// ruleid: php-ssrf
$feed = file_get_contents("http://{$_GET['host']}/feed.xml");
// ruleid: php-ssrf
$socket = fsockopen($_GET['host'], 80);

// What stands behind a host and a slash chooses no other host.
// ok: php-ssrf
$feed = file_get_contents('https://api.example.com/feeds/' . $_GET['name']);
// ok: php-ssrf
$feed = file_get_contents("https://api.example.com/feeds?name={$_GET['name']}");

if (in_array(parse_url($_GET['feed'], PHP_URL_HOST), ['a.example.com', 'b.example.com'], true)) {
    // ok: php-ssrf
    $feed = file_get_contents($_GET['feed']);
}
// A prefix without the slash: https://api.example.com.attacker.net begins with it too.
if (str_starts_with($_GET['feed'], 'https://api.example.com')) {
    // ruleid: php-ssrf
    $feed = file_get_contents($_GET['feed']);
}
if (str_starts_with($_GET['feed'], 'https://api.example.com/')) {
    // ok: php-ssrf
    $feed = file_get_contents($_GET['feed']);
}
