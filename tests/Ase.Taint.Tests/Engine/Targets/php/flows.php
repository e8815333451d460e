<?php
$given = $_GET['all'];
// ruleid: extract
extract($given);
// ok: extract
extract($given, EXTR_SKIP);

class Form
{
    function rules()
    {
        // ruleid: member-source
        sink($this->input('id'));
        // ok: member-source
        sink($this->user('id'));
    }
}
