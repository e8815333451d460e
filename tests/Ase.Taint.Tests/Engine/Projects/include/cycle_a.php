<?php
$around = $_GET['around'];
include 'cycle_b.php';
