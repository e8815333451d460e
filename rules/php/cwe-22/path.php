<?php
// Files: a value that names one, and what holds it inside its folder.

const FILES = '/srv/files';

function send()
{
    $name = $_GET['name'];
    // ruleid: php-path
    readfile(FILES . '/' . $name);
    // The last part of a path names nothing outside the folder before it.
    // ok: php-path
    readfile(FILES . '/' . basename($name));
    // ruleid: php-path
    include "pages/$name.php";
    // ruleid: php-path
    unlink('uploads/' . $_COOKIE['draft']);
    // ruleid: php-path
    move_uploaded_file($_FILES['picture']['tmp_name'], 'pictures/' . $_FILES['picture']['name']);
    // Removing dots once is no help: "....//" becomes "../".
    // ruleid: php-path
    readfile(FILES . '/' . str_replace('../', '', $name));
}

// A resolved path that begins with the folder and a separator.
function inside($name)
{
    $path = realpath(FILES . '/' . $name);
    if ($path === false || strpos($path, FILES . DIRECTORY_SEPARATOR) !== 0) {
        http_response_code(404);
        exit;
    }
    // ok: php-path
    readfile($path);
}

inside($_GET['file']);

// Without the separator, /srv/files-of-others passes too.
function beside($name)
{
    $path = realpath(FILES . '/' . $name);
    if ($path === false || strpos($path, FILES) !== 0) {
        exit;
    }
    // ruleid: php-path
    readfile($path);
}

beside($_GET['file']);

function page()
{
    $page = $_GET['page'];
    if (!preg_match('/^[a-z_]+$/', $page)) {
        $page = 'home';
    }
    // ok: php-path
    require __DIR__ . "/pages/$page.php";
    if (strpos($_GET['theme'], '..') === false) {
        // ok: php-path
        require 'themes/' . $_GET['theme'];
    }
    $layouts = ['wide' => 'wide.php', 'narrow' => 'narrow.php'];
    if (array_key_exists($_GET['layout'], $layouts)) {
        // ok: php-path
        require 'layouts/' . $_GET['layout'] . '.php';
    }
}
