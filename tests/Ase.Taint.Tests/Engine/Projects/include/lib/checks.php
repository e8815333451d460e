<?php
if (!is_numeric($number)) {
    exit;
}
$cleaned = clean($cleaned);
