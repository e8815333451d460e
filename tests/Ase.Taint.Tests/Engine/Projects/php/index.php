<?php
require_once __DIR__ . '/src/Service.php';
require_once __DIR__ . '/src/functions.php';

use App\Service;

$service = new Service($_GET['name']);
$service->run();
Service::now($_GET['name']);
run_it($_GET['name']);
fill_it($_GET['name'], $out);
// ruleid: cross
sink($out);
