if (!empty($_GET['dl']) && is_string($_GET['dl']))
{
  $data_dir = realpath(PHPWG_ROOT_PATH.$conf['data_location']);
  $filename = realpath(PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$_GET['dl']);

  // the resolved file must be a direct child of the data directory and
  // must still carry the prefix the installer gives to temporary configs
  $is_ours = $data_dir !== false
    && $filename !== false
    && dirname($filename) === $data_dir
    && strncmp(basename($filename), 'pwg_', 4) === 0
    && is_file($filename);

  if ($is_ours)
  {
    header('Cache-Control: no-cache, must-revalidate');
    header('Pragma: no-cache');
    header('Content-Disposition: attachment; filename="database.inc.php"');
    header('Content-Transfer-Encoding: binary');
    header('Content-Length: '.filesize($filename));
    echo file_get_contents($filename);
    unlink($filename);
    exit();
  }
}
