<?php
$id = $_GET['id'];
if ($_GET['order']) {
    $order = $_GET['order'];
}
$reset = '';
