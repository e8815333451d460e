if (!empty($_GET['dl'])) {
    $dl_name = urldecode(basename($_GET['dl']));
    $dl_file = PHPWG_ROOT_PATH . $conf['data_location'] . 'pwg_' . $dl_name;

    if (file_exists($dl_file)) {
        header('Cache-Control: no-cache, must-revalidate');
        header('Pragma: no-cache');
        header('Content-Disposition: attachment; filename="database.inc.php"');
        header('Content-Transfer-Encoding: binary');
        header('Content-Length: ' . filesize($dl_file));
        echo file_get_contents($dl_file);
        unlink($dl_file);
        exit();
    }
}
