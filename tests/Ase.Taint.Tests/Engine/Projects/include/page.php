<?php
function render($tag)
{
    $name = $_GET['name'];
    $plain = 'x';
    include 'lib/part.php';
    // ruleid: shown
    show($fromPart);
}

class Page
{
    private $subject;

    function display()
    {
        $this->subject = $_GET['subject'];
        require __DIR__ . '/lib/page_view.php';
    }
}

render($_GET['tag']);
(new Page())->display();
