if (!empty($_GET['dl'])) {
    // keep only the last path component of whatever the client sent
    $dl_name = basename((string) $_GET['dl']);
    $dl_path = PHPWG_ROOT_PATH . $conf['data_location'] . 'pwg_' . $dl_name;

    if ($dl_name !== '' && file_exists($dl_path)) {
        header('Cache-Control: no-cache, must-revalidate');
        header('Pragma: no-cache');
        header('Content-Disposition: attachment; filename="database.inc.php"');
        header('Content-Transfer-Encoding: binary');
        header('Content-Length: ' . filesize($dl_path));
        echo file_get_contents($dl_path);
        unlink($dl_path);
        exit();
    }
}
