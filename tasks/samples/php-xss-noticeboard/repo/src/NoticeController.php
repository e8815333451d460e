<?php

declare(strict_types=1);

final class NoticeController
{
    public function __construct(
        private NoticeStore $notices,
        private Layout $layout
    ) {
    }

    public function search(): void
    {
        $words = trim($_GET['q'] ?? '');
        $kind = $_GET['kind'] ?? '';
        if (!isset(Html::KINDS[$kind])) {
            $kind = '';
        }

        $notices = $this->notices->search($words, $kind);
        $body = Html::searchForm($words, count($notices)) . Html::kindLinks($words, $kind);
        foreach ($notices as $notice) {
            $body .= Html::card($notice);
        }

        $this->layout->page($words === '' ? 'All notices' : 'Search: ' . $words, $body);
    }

    public function show(): void
    {
        $notice = $this->notices->find((int) ($_GET['id'] ?? 0));
        if ($notice === null) {
            $this->missing();
            return;
        }
        $this->layout->page($notice['title'], Html::card($notice));
    }

    public function create(): void
    {
        $title = trim($_POST['title'] ?? '');
        $text = trim($_POST['text'] ?? '');
        $kind = $_POST['kind'] ?? 'offer';
        if ($title === '' || !isset(Html::KINDS[$kind])) {
            $this->layout->page('Not saved', '<p>A notice needs a title and a kind.</p>', 422);
            return;
        }
        $id = $this->notices->add($title, $text, $kind);
        header('Location: /notice?id=' . $id, true, 303);
    }

    public function missing(): void
    {
        $this->layout->page('Not found', '<p>There is no such page.</p>', 404);
    }
}
