if (!empty($_GET['dl'])) {
    $hash = filter_var(
        $_GET['dl'],
        FILTER_VALIDATE_REGEXP,
        array('options' => array('regexp' => '/\A[a-f0-9]+\z/'))
    );

    if ($hash === false) {
        header('HTTP/1.1 400 Bad Request');
        exit('Invalid download identifier');
    }

    $file = PHPWG_ROOT_PATH . $conf['data_location'] . 'pwg_' . $hash;
    if (file_exists($file)) {
        header('Cache-Control: no-cache, must-revalidate');
        header('Pragma: no-cache');
        header('Content-Disposition: attachment; filename="database.inc.php"');
        header('Content-Transfer-Encoding: binary');
        header('Content-Length: ' . filesize($file));
        echo file_get_contents($file);
        unlink($file);
        exit();
    }
}
