<?php
namespace App;

abstract class Base
{
    protected function inherited(string $what): void
    {
        // ruleid: cross
        sink($what);
    }
}
