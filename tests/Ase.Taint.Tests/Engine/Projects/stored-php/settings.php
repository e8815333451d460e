<?php
function save_settings()
{
    set_option('path', $_POST['path']);
    set_option('lines', intval($_POST['lines']));
    put('color', $_POST['color']);
    $_SESSION['user']['name'] = $_POST['name'];
    $_SESSION['user']['id'] = intval($_POST['id']);
    $_SESSION['search'] = $_POST['search'];
    save_all($_POST['all']);
    $page = 'path';
    set_option($page . '_2', $_POST['path']);
    // ruleid: stored, not-stored
    query($_POST['direct']);
}

function put($name, $value)
{
    set_option('color', $value);
}
