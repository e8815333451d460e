<?php
// a class of the program around the template engine, and names for templates
class Template
{
    private $smarty;

    function assign($name, $value = null)
    {
        $this->smarty->assign($name, $value);
    }

    function set_filename($handle, $file)
    {
        $this->files[$handle] = $file;
    }

    function pparse($handle)
    {
        echo $this->smarty->fetch($this->files[$handle]);
    }
}

function show_tail()
{
    global $template;
    $template->set_filename('tail', 'tail.tpl');
    $template->assign('VERSION', '1.0');
    $template->pparse('tail');
}

$template = new Template();
$template->assign('REFERER', $_GET['from']);
show_tail();
