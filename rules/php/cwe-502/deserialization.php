<?php
// Serialized objects: a text of the client that becomes objects of any class, whose methods then run.

// ruleid: php-deserialization
$cart = unserialize($_COOKIE['cart']);
// ruleid: php-deserialization
$cart = unserialize(base64_decode($_POST['cart']));
// ruleid: php-deserialization
$cart = yaml_parse(file_get_contents('php://input'));

// Arrays and plain values only.
// ok: php-deserialization
$cart = unserialize($_COOKIE['cart'], ['allowed_classes' => false]);
// ok: php-deserialization
$cart = json_decode($_COOKIE['cart'], true);

function signed($key)
{
    $text = $_COOKIE['cart'];
    if (!hash_equals(hash_hmac('sha256', $text, $key), $_COOKIE['signature'])) {
        throw new RuntimeException('not ours');
    }
    // ok: php-deserialization
    return unserialize($text);
}
