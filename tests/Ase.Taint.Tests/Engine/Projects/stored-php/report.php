<?php
class Report
{
    function show()
    {
        // ruleid: stored
        // ok: not-stored
        query(read_option('path'));
        // ok: stored
        query(read_option('lines'));
        // ok: stored
        query(read_option('other'));
        // ruleid: stored
        query(read_option('color'));
        // ruleid: stored
        query(load_all());
    }

    function user()
    {
        $name = $_SESSION['user']['name'];
        // ruleid: stored
        query("name = '$name'");
        // ok: stored
        query($_SESSION['user']['id']);
        // ruleid: stored
        query($_SESSION['search']['text']);
        // ok: stored
        query($_SESSION['searched']);
    }
}
