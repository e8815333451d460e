<?php

declare(strict_types=1);

final class RegattaController
{
    public function __construct(
        private ResultRepository $results,
        private View $view
    ) {
    }

    public function regattas(): void
    {
        $year = (int) ($_GET['year'] ?? date('Y'));
        $this->view->render('regattas', ['year' => $year, 'regattas' => $this->results->regattas($year)]);
    }

    public function standings(): void
    {
        $regattaId = (int) ($_GET['regatta'] ?? 0);
        $class = trim($_GET['class'] ?? '');
        $sort = $_GET['sort'] ?? 'points';
        $direction = $_GET['dir'] ?? 'asc';

        $rows = $this->results->standings($regattaId, $class, $sort, $direction);

        $this->view->render('standings', [
            'regattaId' => $regattaId,
            'class' => $class,
            'classes' => $this->results->classes($regattaId),
            'rows' => $rows,
        ]);
    }

    public function boat(): void
    {
        $sail = strtoupper(trim($_GET['sail'] ?? ''));
        $races = $this->results->racesOfBoat($sail);
        if ($races === []) {
            http_response_code(404);
        }
        $this->view->render('boat', ['sail' => $sail, 'races' => $races]);
    }
}
