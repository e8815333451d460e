<?php
// Settings of the page: whoever sets a name, whoever asks for it.
function set_title($text) { global $title; $title = $text; }
function get_title() { global $title; return $title; }
function set_footer($text) { global $footer; $footer = $text; }

class Registry
{
    private static $entries = [];
    public static $plain = '';

    public static function put($name, $value) { self::$entries[$name] = $value; }
    public static function get($name) { return self::$entries[$name]; }
    public static function label() { return self::$plain; }
}
