<?php
use Web\Request;

// ruleid: query-text
$q = "select * from item where id = '$id'";
// ruleid: query-text
$q = "select * from item where id = '{$_GET['id']}' limit 1";
// ok: query-text
$q = "item $id";

// ruleid: joined-text, query-text
$q = "select * from item where id=" . $id . ";";
// ruleid: query-text
// ok: joined-text
$q = "select * from item where name=''" . $id;

// ruleid: loads-file
include $page;
// ruleid: loads-file
require_once(__DIR__ . '/' . $page);
// ok: loads-file
load($page);

class Pages
{
    // ruleid: open-method
    public function show(Request $request) {}

    // ruleid: open-method
    function edit(int $id, Request $request) {}

    // ok: open-method
    private function check(Request $request) {}

    // ok: open-method
    function listAll(int $id) {}

    function read()
    {
        // ruleid: member
        $a = $this->input;
        // ruleid: member
        $a = $this->input('name');
        // ok: member
        $a = $this->output('name');
    }
}
