<?php
function every()
{
    $ids = $_GET['ids'];
    foreach ($ids as $id) {
        if (!is_numeric($id)) {
            exit;
        }
    }
    // ok: elements
    query('id in (' . implode(',', $ids) . ')');
}

function some()
{
    $ids = $_GET['ids'];
    foreach ($ids as $id) {
        if (!is_numeric($id)) {
            break;
        }
    }
    // ruleid: elements
    query('id in (' . implode(',', $ids) . ')');
}

function replaced()
{
    $ids = $_GET['ids'];
    foreach ($ids as $key => $id) {
        $ids[$key] = intval($id);
    }
    // ok: elements
    query('id in (' . implode(',', $ids) . ')');
}

function replacedInPart()
{
    $ids = $_GET['ids'];
    foreach ($ids as $key => $id) {
        if ($key > 3) {
            $ids[$key] = intval($id);
        }
    }
    // ruleid: elements
    query('id in (' . implode(',', $ids) . ')');
}

function byReference()
{
    $ids = $_GET['ids'];
    foreach ($ids as &$id) {
        $id = intval($id);
    }
    // ok: elements
    query('id in (' . implode(',', $ids) . ')');
}

function remembered()
{
    $ids = $_GET['ids'];
    $valid = true;
    foreach ($ids as $id) {
        if (!is_numeric($id)) {
            $valid = false;
        }
    }
    if ($valid) {
        // ok: elements
        query('id in (' . implode(',', $ids) . ')');
    }
    // ruleid: elements
    query('id in (' . implode(',', $ids) . ')');
    $last = false;
    foreach ($ids as $id) {
        $last = is_numeric($id);
    }
    if ($last) {
        // ruleid: elements
        query('id in (' . implode(',', $ids) . ')');
    }
    $one = $_GET['one'];
    $good = false;
    if (is_numeric($one)) {
        $good = true;
    }
    if (!$good) {
        die();
    }
    // ok: elements
    query($one);
}
