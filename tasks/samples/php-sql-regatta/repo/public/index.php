<?php

declare(strict_types=1);

require_once __DIR__ . '/../src/Database.php';
require_once __DIR__ . '/../src/ResultRepository.php';
require_once __DIR__ . '/../src/RegattaController.php';
require_once __DIR__ . '/../src/View.php';

$pdo = Database::open(getenv('REGATTA_DSN') ?: 'sqlite:' . __DIR__ . '/../regatta.sqlite');
$controller = new RegattaController(new ResultRepository($pdo), new View(__DIR__ . '/../templates'));

switch ($_GET['page'] ?? 'regattas') {
    case 'regattas':
        $controller->regattas();
        break;
    case 'standings':
        $controller->standings();
        break;
    case 'boat':
        $controller->boat();
        break;
    default:
        http_response_code(404);
        echo 'There is no such page.';
}
