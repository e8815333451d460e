<?php

declare(strict_types=1);

use Cantoria\Controllers\ScoreController;
use Cantoria\Http\FileResponse;
use Cantoria\Services\ScoreLibrary;
use Cantoria\Storage\Catalogue;

require __DIR__ . '/../src/Storage/Catalogue.php';
require __DIR__ . '/../src/Services/ScoreLibrary.php';
require __DIR__ . '/../src/Http/FileResponse.php';
require __DIR__ . '/../src/Controllers/ScoreController.php';

$archive = getenv('CANTORIA_ARCHIVE') ?: dirname(__DIR__) . '/archive';
$scores = new ScoreController(new Catalogue($archive . '/catalogue.json'), new ScoreLibrary($archive), new FileResponse());

$routes = [
    '/' => 'index',
    '/collection' => 'collection',
    '/score' => 'download',
    '/cover' => 'cover',
];
$path = parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH);

if (!isset($routes[$path])) {
    http_response_code(404);
    exit('Not found');
}
$scores->{$routes[$path]}();
