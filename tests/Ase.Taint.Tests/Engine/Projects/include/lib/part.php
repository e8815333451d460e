<?php
// ruleid: shown
show($name);
// ruleid: shown
show($tag);
// ok: shown
show($plain);
$fromPart = $_GET['part'];
include 'nested.php';
