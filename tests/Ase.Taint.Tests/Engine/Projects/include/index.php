<?php
define('LIB', __DIR__ . '/lib');
$order = 'name';
$reset = $_GET['reset'];
$number = $_GET['number'];
$cleaned = $_GET['cleaned'];
$later = 'nothing';
require __DIR__ . '/lib/input.php';
require_once dirname(__FILE__) . '/lib/checks.php';
$title = $_GET['title'];
include LIB . '/view.php';
$later = $_GET['later'];
$config = include('lib/config.php');
// ruleid: shown
show($config['name']);
// ok: shown
show($config['size']);
// ruleid: shown
show($order);
// ok: shown
show($reset);
