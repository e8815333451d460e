<?php
// ruleid: shown
show($around);
$back = $_GET['back'];
include 'cycle_a.php';
// ruleid: shown
show($back);
