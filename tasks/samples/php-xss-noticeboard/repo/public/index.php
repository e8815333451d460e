<?php

declare(strict_types=1);

require __DIR__ . '/../src/NoticeStore.php';
require __DIR__ . '/../src/Html.php';
require __DIR__ . '/../src/Layout.php';
require __DIR__ . '/../src/NoticeController.php';

$pdo = new PDO('sqlite:' . (getenv('NOTICES_DB') ?: __DIR__ . '/../notices.sqlite'));
$pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);

$controller = new NoticeController(new NoticeStore($pdo), new Layout('Notice board of Elm Street'));

$path = parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH);
if ($path === '/') {
    $controller->search();
} elseif ($path === '/notice') {
    $controller->show();
} elseif ($path === '/new' && $_SERVER['REQUEST_METHOD'] === 'POST') {
    $controller->create();
} else {
    $controller->missing();
}
