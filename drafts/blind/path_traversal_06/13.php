if (!empty($_GET['dl'])) {
    $prefix = PHPWG_ROOT_PATH . $conf['data_location'] . 'pwg_';
    $filename = $prefix . $_GET['dl'];

    // only files of the data directory that carry our prefix may be sent
    if (strpos($filename, $prefix) === 0 && file_exists($filename)) {
        header('Cache-Control: no-cache, must-revalidate');
        header('Pragma: no-cache');
        header('Content-Disposition: attachment; filename="database.inc.php"');
        header('Content-Transfer-Encoding: binary');
        header('Content-Length: ' . filesize($filename));
        echo file_get_contents($filename);
        unlink($filename);
        exit();
    }
}
