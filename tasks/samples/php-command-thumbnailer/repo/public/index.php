<?php

declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

use Lumina\Controller\PhotoController;
use Lumina\Service\MetadataReader;
use Lumina\Service\Thumbnailer;
use Lumina\Storage\PhotoRepository;

$dataDir = getenv('LUMINA_DATA') ?: __DIR__ . '/../data';
$pdo = new PDO('sqlite:' . $dataDir . '/lumina.sqlite');
$pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);

$controller = new PhotoController(
    new PhotoRepository($pdo, $dataDir . '/originals'),
    new Thumbnailer($dataDir . '/cache', getenv('LUMINA_CONVERT') ?: 'convert'),
    new MetadataReader()
);

$path = parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH);

try {
    switch ($path) {
        case '/':
            $controller->index();
            break;
        case '/photo':
            $controller->show();
            break;
        case '/thumb':
            $controller->thumbnail();
            break;
        default:
            http_response_code(404);
            echo 'Not found';
    }
} catch (RuntimeException $e) {
    error_log($e->getMessage());
    http_response_code(500);
    echo 'Something went wrong';
}
