<?php
// XML: documents whose entities are replaced by the files that they name.

$text = file_get_contents('php://input');

$document = new DOMDocument();
// ruleid: php-xml
$document->loadXML($text, LIBXML_NOENT | LIBXML_DTDLOAD);
// ruleid: php-xml
$order = simplexml_load_string($_POST['order'], 'SimpleXMLElement', LIBXML_NOENT);

// Entities stay what they are unless somebody asks.
// ok: php-xml
$document->loadXML($text);
// ok: php-xml
$order = simplexml_load_string($_POST['order']);
// ok: php-xml
$document->loadXML($text, LIBXML_NONET);

if (stripos($text, '<!DOCTYPE') === false) {
    // ok: php-xml
    $document->loadXML($text, LIBXML_NOENT);
}
