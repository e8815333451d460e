<?php
namespace App;

class Service extends Base
{
    public function __construct(private string $name)
    {
    }

    public function run(): void
    {
        // ruleid: cross
        sink($this->name);
        $this->inherited($this->name);
    }

    public static function now(string $what): void
    {
        // ruleid: cross
        sink($what);
    }
}
